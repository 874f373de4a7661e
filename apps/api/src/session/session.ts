import type { User } from '@fourways/chat-core';

/** An open session: who, and the name under which it is stored (never the token itself). */
export interface Session {
  readonly id: string;
  readonly user: User;
}
