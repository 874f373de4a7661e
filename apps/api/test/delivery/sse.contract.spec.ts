import { deliveryContract } from './delivery.contract.js';

deliveryContract('sse');
