import { Injectable } from '@nestjs/common';
import webPush from 'web-push';
import { Config } from '../config/config.js';
import { Database } from '../database/database.js';

export interface KeyPair {
  readonly publicKey: string;
  readonly privateKey: string;
}

/** By these keys a push service knows that it is this server that sends (VAPID, RFC 8292). Made once, and kept: with others no browser would take a push. */
@Injectable()
export class PushKeys {
  private found: Promise<KeyPair> | undefined;

  constructor(
    private readonly config: Config,
    private readonly database: Database,
  ) {}

  pair(): Promise<KeyPair> {
    this.found ??= this.config.push.keys ? Promise.resolve(this.config.push.keys) : this.stored();
    this.found.catch(() => (this.found = undefined));
    return this.found;
  }

  private stored(): Promise<KeyPair> {
    return this.database.writer.$transaction(async (tx) => {
      const row = await tx.pushKeys.findUnique({ where: { id: 1 }, select: { publicKey: true, privateKey: true } });
      if (row) return row;
      const made = webPush.generateVAPIDKeys();
      await tx.pushKeys.create({ data: { id: 1, ...made } });
      return made;
    });
  }
}
