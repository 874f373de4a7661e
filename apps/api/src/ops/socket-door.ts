import { type IncomingMessage, ServerResponse } from 'node:http';
import { ChatError, PATHS } from '@fourways/chat-core';
import type { OriginPolicy } from './origin-policy.js';
import { refuseOnSocket } from './refuse-on-socket.js';

type Door = (request: IncomingMessage, response: unknown, next: () => void) => void;

/** Stands before Socket.IO, which would refuse in a form of its own, and an old protocol only inside the open socket. */
export function socketDoor(origins: OriginPolicy): Door {
  return (request, response, next) => {
    if (response instanceof ServerResponse) return answer(response, new ChatError('upgrade_required'));
    const refusal = refusalOf(request, origins);
    if (refusal) refuseOnSocket(refusal, request.socket);
    else next();
  };
}

function refusalOf(request: IncomingMessage, origins: OriginPolicy): ChatError | undefined {
  if (!origins.allows(request)) return new ChatError('forbidden_origin');
  const query = new URLSearchParams(request.url!.split('?', 2)[1]);
  const issues = [
    ...(only(query, 'EIO') === '4' ? [] : [{ path: 'EIO', message: 'must be 4' }]),
    ...(only(query, 'transport') === 'websocket' ? [] : [{ path: 'transport', message: 'must be websocket' }]),
    ...(query.has('sid') ? [{ path: 'sid', message: 'must not be given: no socket is taken over' }] : []),
  ];
  return issues.length > 0 ? new ChatError('invalid', { issues }) : undefined;
}

function only(query: URLSearchParams, name: string): string | undefined {
  const values = query.getAll(name);
  return values.length === 1 ? values[0] : undefined;
}

function answer(response: ServerResponse, refusal: ChatError): void {
  response.setHeader('Content-Type', 'application/problem+json; charset=utf-8').setHeader('Cache-Control', 'no-store');
  response.setHeader('Upgrade', 'websocket').setHeader('Connection', 'Upgrade, close');
  response.statusCode = refusal.status;
  response.end(JSON.stringify(refusal.toProblem()));
}

/** Where there is no socket to be opened, and when the handshake is none. */
export function refuseUpgrade(socket: IncomingMessage['socket']): void {
  refuseOnSocket(new ChatError('bad_request', { detail: `Only a WebSocket can be opened, at ${PATHS.websocket}` }), socket);
}
