'use client';
import { useTranslations } from 'next-intl';
import { isEcho } from './entry';
import { FailedNote } from './failed-note';
import { MessageBody } from './message-body';
import { MessageEditor } from './message-editor';
import type { MessageRowProps } from './message-row';

/** What a row says: the text, its tombstone, or the editor in its place. */
export function RowContent({ entry, editing, onEdit, onWithdraw }: MessageRowProps) {
  const t = useTranslations('room');
  if (isEcho(entry)) {
    const failed = entry.echo.state === 'failed';
    return (
      <>
        <MessageBody body={entry.body} />
        {failed && <FailedNote echo={entry.echo} onTakeBack={(clientMsgId) => onWithdraw(clientMsgId, true)} />}
      </>
    );
  }
  if (entry.removed) return <p className="text-soft italic">{t('removed')}</p>;
  if (editing) return <MessageEditor message={entry} onDone={() => onEdit(null)} />;
  return <MessageBody body={entry.body} note={entry.editedTs === undefined ? undefined : t('edited')} />;
}
