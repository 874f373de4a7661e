import { doorbellContract } from '../testing/doorbell.contract.js';
import { MemoryDoorbell } from './memory-doorbell.js';

doorbellContract('MemoryDoorbell', async () => ({ bell: new MemoryDoorbell(() => {}), close: async () => {} }));
