import { convergence } from './convergence.js';

convergence('read from memory', { of: (seed) => seed % 2 === 0, settings: {} });
