'use client';
import { useTranslations } from 'next-intl';
import { lazily } from '@/components/lazily';
import type { Attaching } from './use-attaching';

const ChosenFileCard = lazily(() => import('./chosen-file-card').then((module) => module.ChosenFileCard));

interface AttachmentStripProps {
  roomId: string;
  attaching: Attaching;
  /** A file was taken out: the keyboard goes back to the text. */
  onLeave: () => void;
}

/** The files that go with what is being written, above it. */
export function AttachmentStrip({ roomId, attaching, onLeave }: AttachmentStripProps) {
  const t = useTranslations('files');
  const { files, uploads, remove, retry, describe } = attaching;
  if (files.length === 0) return null;
  return (
    <ul aria-label={t('chosen')} className="flex max-h-[35dvh] basis-full flex-wrap gap-2 overflow-y-auto p-1 pb-2">
      {files.map((file) => (
        <ChosenFileCard
          key={file.uploadId}
          roomId={roomId}
          file={file}
          upload={uploads.get(file.uploadId)}
          onRetry={() => retry(file)}
          onDescribe={(alt) => describe(file.uploadId, alt)}
          onRemove={() => {
            remove(file.uploadId);
            onLeave();
          }}
        />
      ))}
    </ul>
  );
}
