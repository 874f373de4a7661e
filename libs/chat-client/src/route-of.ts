import { type Command, PATHS } from '@fourways/chat-core';

interface Route {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
}

/** The HTTP twin of each command of the WebSocket (PROTOCOL M4). */
export function routeOf(command: Command): Route {
  switch (command.name) {
    case 'message.post': {
      const { roomId, ...body } = command.data;
      return { method: 'POST', path: `${room(roomId)}/messages`, body };
    }
    case 'message.edit': {
      const { roomId: _room, messageId: _message, ...body } = command.data;
      return { method: 'PATCH', path: messagePath(command.data), body };
    }
    case 'message.remove':
      return { method: 'DELETE', path: messagePath(command.data) };
    case 'message.react': {
      const { emoji, on } = command.data;
      return { method: 'PUT', path: `${messagePath(command.data)}/reactions`, body: { emoji, on } };
    }
    case 'room.create':
      return { method: 'POST', path: PATHS.rooms, body: command.data };
    case 'room.direct':
      return { method: 'POST', path: PATHS.direct, body: command.data };
    case 'room.change': {
      const { roomId, ...body } = command.data;
      return { method: 'PATCH', path: room(roomId), body };
    }
    case 'room.read': {
      const { roomId, ...body } = command.data;
      return { method: 'POST', path: `${room(roomId)}/read`, body };
    }
    case 'room.unread':
      return { method: 'POST', path: `${room(command.data.roomId)}/unread`, body: { number: command.data.number } };
    case 'room.prefer': {
      const { roomId, ...body } = command.data;
      return { method: 'PATCH', path: `${room(roomId)}/preference`, body };
    }
    case 'room.join':
      return { method: 'POST', path: `${room(command.data.roomId)}/join` };
    case 'room.leave':
      return { method: 'POST', path: `${room(command.data.roomId)}/leave` };
    case 'room.add':
      return { method: 'POST', path: `${room(command.data.roomId)}/members`, body: { userId: command.data.userId } };
    case 'typing':
      return { method: 'POST', path: `${room(command.data.roomId)}/typing`, body: { typing: command.data.typing } };
    case 'alive':
      return { method: 'POST', path: PATHS.alive, body: command.data };
  }
}

function room(roomId: string): string {
  return `${PATHS.rooms}/${encodeURIComponent(roomId)}`;
}

function messagePath({ roomId, messageId }: { roomId: string; messageId: string }): string {
  return `${room(roomId)}/messages/${encodeURIComponent(messageId)}`;
}
