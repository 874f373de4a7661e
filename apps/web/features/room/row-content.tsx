'use client';
import { useTranslations } from 'next-intl';
import { MessageFiles } from '@/features/attachments/message-files';
import { shownAttachment, shownUpload } from '@/features/attachments/shown-file';
import { isEcho } from './entry';
import { FailedNote } from './failed-note';
import { MessageBody } from './message-body';
import { MessageEditor } from './message-editor';
import type { MessageRowProps } from './message-row';
import { Reactions } from './reactions';
import { ReplyQuote } from './reply-quote';

/** What a row says: the text with what it answers and how others reacted, its tombstone, or the editor in its place. */
export function RowContent({ entry, me, editing, readOnly, acts }: MessageRowProps) {
  const t = useTranslations('room');
  const quote = entry.replyTo && <ReplyQuote roomId={entry.roomId} replyTo={entry.replyTo} onJump={acts.jumpTo} />;
  if (isEcho(entry)) {
    const failed = entry.echo.state === 'failed';
    return (
      <>
        {quote}
        {entry.body && <MessageBody body={entry.body} />}
        {entry.files && <MessageFiles files={entry.files.map((file) => shownUpload(entry.roomId, file))} />}
        {failed && <FailedNote echo={entry.echo} onTakeBack={(clientMsgId) => acts.withdraw(clientMsgId, true)} />}
      </>
    );
  }
  if (entry.removed) return <p className="text-soft italic">{t('removed')}</p>;
  const files = entry.attachments && <MessageFiles files={entry.attachments.map((file) => shownAttachment(entry.roomId, file))} />;
  return (
    <>
      {!editing && quote}
      {editing ? (
        <MessageEditor message={entry} onDone={() => acts.edit(null)} />
      ) : (
        entry.body && <MessageBody body={entry.body} mentions={entry.mentions} me={me} note={entry.editedTs === undefined ? undefined : t('edited')} />
      )}
      {files}
      {!editing && <Reactions message={entry} me={me} readOnly={readOnly} acts={acts} />}
    </>
  );
}
