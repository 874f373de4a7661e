'use client';
import type { UploadView } from '@fourways/chat-client';
import { useTranslations } from 'next-intl';
import { useErrorText } from '@/features/room/error-text';
import { type ChosenFile, isInterrupted } from './chosen-file';
import { UploadProgress } from './upload-progress';
import { useFileSize } from './use-file-size';

/** Where a file is on its way into the room. */
export function UploadState({ file, upload }: { file: ChosenFile; upload: UploadView | undefined }) {
  const t = useTranslations('files');
  const size = useFileSize();
  const errorText = useErrorText();
  const { name, sizeBytes, attachment } = file;
  if (isInterrupted(file)) return <Problem text={t('interrupted')} />;
  if (upload?.status === 'failed') return <Problem text={errorText(upload.error)} />;
  return (
    <div className="grid gap-1 text-xs text-soft tabular-nums">
      <span>{attachment || !upload ? size(sizeBytes) : upload.error ? t('waiting') : `${size(upload.sentBytes)} / ${size(sizeBytes)}`}</span>
      {upload && upload.status !== 'done' && <UploadProgress name={name} sentBytes={upload.sentBytes} sizeBytes={sizeBytes} />}
    </div>
  );
}

function Problem({ text }: { text: string }) {
  return (
    <p role="status" className="text-xs text-danger">
      {text}
    </p>
  );
}
