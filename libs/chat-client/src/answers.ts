export { Ack, Attachment, AuditSum, Bye, Cursor, Gap, HistoryPage, Message, PeoplePage, Problem, PushKey, SearchPage, Snapshot, User } from '@fourways/chat-core';
export { decode, decodeFrame } from './decode.js';
