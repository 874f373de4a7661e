import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { Session } from './session.js';

@Injectable()
export class SessionRepository {
  constructor(private readonly database: Database) {}

  async find(id: string): Promise<Session | null> {
    const row = await this.database.reader.session.findUnique({ where: { id }, select: { id: true, user: { select: { id: true, name: true } } } });
    return row;
  }

  async remove(id: string): Promise<void> {
    await this.database.writer.$transaction(async (tx) => {
      await tx.session.deleteMany({ where: { id } });
    });
  }
}
