import { type KeptEntry, OutboxDatabase } from '@/features/outbox/outbox-database';
import { draftKey, drafts } from '@/features/room/drafts';
import { readingPlaces } from '@/features/room/reading-places';

interface LeftText {
  readonly roomId: string;
  readonly text: string;
}

interface Kept {
  readonly key: string;
  readonly kind: 'draft' | 'files';
  readonly userId: string;
  readonly roomId: string;
}

const KEY = /^fourways\.(draft|files)\.([^.]+)\.([^.]+)$/;

/**
 * A guest whose session has ended cannot come back as the same person. What she had written here and not sent becomes the
 * drafts of whoever signs in next in this browser; where she was reading is nobody's.
 */
export async function inheritTexts(userId: string): Promise<void> {
  readingPlaces.forget();
  const others = kept().filter((one) => one.userId !== userId);
  const written = others.filter(({ kind }) => kind === 'draft').map(({ key, roomId }) => ({ roomId, text: drafts.get(key) }));
  for (const { roomId, text } of [...(await takeUnsent(userId)), ...written]) append(draftKey(userId, roomId), text);
  others.forEach(forget);
}

/** Who signs out leaves none of it. What was to be sent is forgotten by the client itself. */
export function forgetTexts(userId: string): void {
  kept()
    .filter((one) => one.userId === userId)
    .forEach(forget);
}

function append(key: string, text: string): void {
  const before = drafts.get(key);
  drafts.set(key, before ? `${before}\n\n${text}` : text);
}

function forget({ kind, key }: Kept): void {
  if (kind === 'draft') drafts.set(key, '');
  else localStorage.removeItem(key);
}

/** None where the browser forbids storage. */
function kept(): readonly Kept[] {
  try {
    return Object.keys(localStorage).flatMap((key) => {
      const [, kind, userId, roomId] = KEY.exec(key) ?? [];
      return roomId ? [{ key, kind: kind as Kept['kind'], userId: userId!, roomId }] : [];
    });
  } catch {
    return [];
  }
}

async function takeUnsent(userId: string): Promise<readonly LeftText[]> {
  const taken = await new OutboxDatabase().try(async (database) => {
    const { store, done } = database.transaction('entries', 'readwrite');
    const others = (await store.getAll()).filter((entry) => entry.userId !== userId);
    await Promise.all([...others.map(({ clientMsgId }) => store.delete(clientMsgId)), done]);
    return others;
  });
  return (taken ?? []).filter(isUnsent).map(({ roomId, body }) => ({ roomId, text: body }));
}

function isUnsent({ state, body }: KeptEntry): boolean {
  return state !== 'sent' && body.length > 0;
}
