import { convergence } from './convergence.js';

convergence((seed) => seed % 2 === 0);
