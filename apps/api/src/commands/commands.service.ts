import type { Ack, Command, User } from '@fourways/chat-core';
import { Injectable } from '@nestjs/common';
import { PresenceService } from '../presence/presence.service.js';
import { MessagesService } from '../rooms/messages.service.js';
import { RoomsService } from '../rooms/rooms.service.js';

/** Gives a command that came over a stream to the service that the HTTP route would give it to (PROTOCOL M4). */
@Injectable()
export class CommandsService {
  constructor(
    private readonly messages: MessagesService,
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
      case 'room.create':
        return this.rooms.create(user, data);
      case 'room.join':
        return this.rooms.join(user, data.roomId);
      case 'room.leave':
        return this.rooms.leave(user, data.roomId);
      case 'room.add':
        return this.rooms.add(user, data.roomId, data);
      case 'typing':
        await this.presence.setTyping(user, data.roomId, data.typing);
        return null;
      case 'alive':
        this.presence.alive(user, data.conn, data.idle);
        return null;
    }
  }
}
