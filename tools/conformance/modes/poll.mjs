import { requestMode } from './request.mjs';

export const poll = requestMode('poll', { restMs: 100 });
