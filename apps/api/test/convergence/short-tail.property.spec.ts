import { convergence } from './convergence.js';

convergence('mostly read from the database', { of: (seed) => seed % 2 !== 0, settings: { TAIL_EVENTS: '4' } });
