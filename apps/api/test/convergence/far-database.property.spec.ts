import { convergence } from './convergence.js';

convergence('far', (seed) => seed % 2 !== 0);
