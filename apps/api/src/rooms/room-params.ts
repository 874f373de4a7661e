import { MessageId, RoomId } from '@fourways/chat-core';
import { z } from 'zod';

export const RoomParams = z.object({ roomId: RoomId });
export type RoomParams = z.infer<typeof RoomParams>;

export const MessageParams = z.object({ roomId: RoomId, messageId: MessageId });
export type MessageParams = z.infer<typeof MessageParams>;
