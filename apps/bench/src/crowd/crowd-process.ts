import { answering } from '../answering.js';
import { Gathering, type Invitation } from './gathering.js';

const gathering = new Gathering();

answering({
  open: (invitation: Invitation) => gathering.open(invitation),
  begin: () => gathering.begin(),
  arrived: (awaited: { count: number; patienceMs: number }) => gathering.arrived(awaited),
  judge: (expected: readonly number[]) => gathering.judge(expected),
});
