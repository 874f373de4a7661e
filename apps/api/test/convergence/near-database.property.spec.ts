import { convergence } from './convergence.js';

convergence('near', (seed) => seed % 9 < 5);
