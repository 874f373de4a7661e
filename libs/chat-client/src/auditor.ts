import type { AuditSum, GapReason } from '@fourways/chat-core';
import type { Api } from './api.js';
import type { Replica } from './replica.js';
import { unreachable } from './unreachable.js';

/**
 * What came of comparing what was applied since the last snapshot (`mine`) with what the server says should have been.
 * `gap`: the server can no longer say.
 */
export type AuditReport =
  | { readonly outcome: 'match' | 'differs'; readonly mine: AuditSum; readonly servers: AuditSum }
  | { readonly outcome: 'gap'; readonly mine: AuditSum; readonly reason: GapReason };

/** Has the server check what was delivered (PROTOCOL Q1). */
export class Auditor {
  constructor(
    private readonly api: Pick<Api, 'audit'>,
    private readonly replica: Pick<Replica, 'statement'>,
  ) {}

  async audit(): Promise<AuditReport> {
    const { statement } = this.replica;
    if (!statement) throw unreachable('Nothing has been received that could be checked');
    const { from, to, ...mine } = statement;
    const servers = await this.api.audit(from, to);
    if ('reason' in servers) return { outcome: 'gap', mine, reason: servers.reason };
    const equal = servers.count === mine.count && servers.digest === mine.digest;
    return { outcome: equal ? 'match' : 'differs', mine, servers };
  }
}
