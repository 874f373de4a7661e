import type { EventDraft } from '@fourways/chat-core';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 } from 'uuid';
import { Config } from '../config/config.js';
import { inRoom, stamp } from '../log/event-draft.js';
import { Ledger } from '../log/ledger.js';
import { LOBBY } from './lobby.js';
import { SYSTEM_PERSON } from './system-person.js';
import { WELCOME } from './welcome.js';

/** Creates the lobby in a new database, with a welcome in it, before anyone can sign in. */
@Injectable()
export class LobbyOpening implements OnModuleInit {
  constructor(
    private readonly ledger: Ledger,
    private readonly config: Config,
  ) {}

  async onModuleInit(): Promise<void> {
    const opening = [created(), ...(this.config.welcome ? WELCOME.map(said) : [])];
    await this.ledger.commit({
      needs: { rooms: [LOBBY.id] },
      decide: (state) => ({ events: state.rooms.has(LOBBY.id) ? [] : opening }),
    });
  }
}

function created(): EventDraft {
  const room = { ...LOBBY, createdTs: Date.now() };
  return { audience: 'all', event: { ...stamp(SYSTEM_PERSON.id), type: 'room.created', roomId: LOBBY.id, data: { room } } };
}

function said(body: string, place: number): EventDraft {
  const mark = stamp(SYSTEM_PERSON.id);
  const data = { messageId: mark.id, number: place + 1, author: SYSTEM_PERSON, body };
  return inRoom({ ...mark, type: 'message.posted', roomId: LOBBY.id, clientMsgId: v7(), data });
}
