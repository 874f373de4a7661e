import { randomUUID } from 'node:crypto';
import { heldModes } from '../modes/modes.mjs';
import { steady } from '../steady.mjs';

export const endingRules = heldModes.map((mode) => ({
  id: 'V1',
  mode: mode.name,
  what: 'gives way to a newer connection of the same conn with 4109',
  check: steady(({ ada }) => mode.expectSuperseded(ada, randomUUID())),
}));
