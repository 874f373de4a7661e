import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { Session } from './session.js';

const SELECT = { id: true, user: { select: { id: true, name: true } } } as const;

@Injectable()
export class SessionRepository {
  constructor(private readonly database: Database) {}

  async find(id: string): Promise<Session | null> {
    return this.database.reader.session.findUnique({ where: { id }, select: SELECT });
  }

  /** Some of those that began before. */
  async startedBefore(ts: number): Promise<Session[]> {
    return this.database.reader.session.findMany({ where: { createdTs: { lt: ts } }, select: SELECT, take: 500 });
  }

  async remove(ids: readonly string[]): Promise<void> {
    await this.database.writer.$transaction(async (tx) => {
      await tx.session.deleteMany({ where: { id: { in: [...ids] } } });
    });
  }
}
