import { eventLogContract } from '../testing/event-log.contract.js';
import { MemoryEventLog } from './memory-event-log.js';

eventLogContract('MemoryEventLog', async () => ({ log: new MemoryEventLog(), close: async () => {} }));
