import { deliveryContract } from './delivery.contract.js';

deliveryContract('long-poll');
