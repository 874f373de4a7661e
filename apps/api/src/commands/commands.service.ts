import type { Ack, Command, User } from '@fourways/chat-core';
import { Injectable } from '@nestjs/common';
import { PresenceService } from '../presence/presence.service.js';
import { MembersService } from '../rooms/members.service.js';
import { MessagesService } from '../rooms/messages.service.js';
import { ReactionsService } from '../rooms/reactions.service.js';
import { ReadingService } from '../rooms/reading.service.js';
import { RoomsService } from '../rooms/rooms.service.js';

/** Gives a command that came over a stream to the service that the HTTP route would give it to (PROTOCOL M4). */
@Injectable()
export class CommandsService {
  constructor(
    private readonly messages: MessagesService,
    private readonly reactions: ReactionsService,
    private readonly reading: ReadingService,
    private readonly members: MembersService,
    private readonly rooms: RoomsService,
    private readonly presence: PresenceService,
  ) {}

  async run(user: User, { name, data }: Command): Promise<Ack | null> {
    switch (name) {
      case 'message.post':
        return this.messages.post(user, data.roomId, data);
      case 'message.edit':
        return this.messages.edit(user, data.roomId, data.messageId, data);
      case 'message.remove':
        return this.messages.remove(user, data.roomId, data.messageId);
      case 'message.react':
        return this.reactions.react(user, data.roomId, data.messageId, data);
      case 'room.create':
        return this.rooms.create(user, data);
      case 'room.join':
        return this.members.join(user, data.roomId);
      case 'room.leave':
        return this.members.leave(user, data.roomId);
      case 'room.add':
        return this.members.add(user, data.roomId, data);
      case 'room.direct':
        return this.rooms.openDirect(user, data);
      case 'room.change': {
        const { roomId, ...change } = data;
        return this.rooms.change(user, roomId, change);
      }
      case 'room.read':
        return this.reading.read(user, data.roomId, data);
      case 'room.unread':
        return this.reading.unread(user, data.roomId, data);
      case 'room.prefer': {
        const { roomId, ...change } = data;
        return this.reading.prefer(user, roomId, change);
      }
      case 'typing':
        await this.presence.setTyping(user, data.roomId, data.typing);
        return null;
      case 'alive':
        await this.presence.alive(user, data.conn, data.idle);
        return null;
    }
  }
}
