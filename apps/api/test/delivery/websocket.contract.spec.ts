import { deliveryContract } from './delivery.contract.js';

deliveryContract('websocket');
