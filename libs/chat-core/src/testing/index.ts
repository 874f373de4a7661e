export * from './doorbell.contract.js';
export * from './drafts.js';
export * from './event-log.contract.js';
export * from './eventually.js';
export * from './scene.js';
export * from './seeded.js';
export * from './sinks.js';
