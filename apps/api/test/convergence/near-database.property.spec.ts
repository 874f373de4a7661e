import { convergence } from './convergence.js';

convergence('near', (seed) => seed % 2 === 0);
