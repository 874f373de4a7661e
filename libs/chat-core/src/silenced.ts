import type { ChatEvent, EventOf } from './event.js';

/** An event without what a removed message said; one that is about anything else as it is (PROTOCOL W6). */
export function silenced(event: ChatEvent, removed: ReadonlySet<string>): ChatEvent {
  if (!says(event) || !removed.has(event.data.messageId)) return event;
  if (event.type === 'message.edited') return { ...event, data: { messageId: event.data.messageId, body: '' } };
  const { messageId, number, author } = event.data;
  return { ...event, data: { messageId, number, author, body: '' } };
}

function says(event: ChatEvent): event is EventOf<'message.posted' | 'message.edited'> {
  return event.type === 'message.posted' || event.type === 'message.edited';
}
