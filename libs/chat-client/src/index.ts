export type { AuditReport } from './auditor.js';
export { ChatClient } from './chat-client.js';
export type { ChatClientOptions } from './chat-client-options.js';
export { type LocalEcho, messagesWithEcho } from './messages-with-echo.js';
export type { ModeMeters } from './meters.js';
export type { Setback } from './mode-health.js';
export type { OutboxEntry } from './outbox-entry.js';
export type { ChatView, ConnectionStatus, ConnectionView, PilotView, SwitchCause, SwitchReport } from './view.js';
