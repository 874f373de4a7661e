import { convergence } from './convergence.js';

convergence('far', (seed) => seed % 9 >= 5);
