import type { User } from '@fourways/chat-core';

/** Who acts when nobody does. A migration has put her into the database; nobody finds her, adds her or writes to her. */
export const SYSTEM_PERSON: User = { id: '00000000-0000-7000-8000-000000000000', name: 'Fourways' };
