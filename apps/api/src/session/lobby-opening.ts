import { Injectable, type OnModuleInit } from '@nestjs/common';
import { stamp } from '../log/event-draft.js';
import { Ledger } from '../log/ledger.js';
import { LOBBY, SYSTEM_USER_ID } from './lobby.js';

/** Creates the lobby in a new database, before anyone can sign in. */
@Injectable()
export class LobbyOpening implements OnModuleInit {
  constructor(private readonly ledger: Ledger) {}

  async onModuleInit(): Promise<void> {
    const room = { ...LOBBY, createdTs: Date.now() };
    const created = { ...stamp(SYSTEM_USER_ID), type: 'room.created' as const, roomId: LOBBY.id, data: { room } };
    await this.ledger.commit({
      needs: { rooms: [LOBBY.id] },
      decide: (state) => ({ events: state.rooms.has(LOBBY.id) ? [] : [{ audience: 'all', event: created }] }),
    });
  }
}
