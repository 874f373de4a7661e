'use client';
import type { UploadView } from '@fourways/chat-client';
import { LIMITS } from '@fourways/chat-core';
import { FileText, RotateCw, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { type ChosenFile, isPicture } from './chosen-file';
import { previewAddress } from './file-address';
import { localPictures } from './local-pictures';
import { UploadState } from './upload-state';

interface ChosenFileCardProps {
  roomId: string;
  file: ChosenFile;
  upload: UploadView | undefined;
  onRemove: () => void;
  onRetry: () => void;
  onDescribe: (alt: string) => void;
}

/** One file before it is sent: what it is, how far it has come, and what a picture shows. */
export function ChosenFileCard({ roomId, file, upload, onRemove, onRetry, onDescribe }: ChosenFileCardProps) {
  const t = useTranslations('files');
  const { name, alt = '' } = file;
  return (
    <li className="flex w-full min-w-0 gap-2 rounded-xl border bg-surface p-1.5 sm:w-72">
      <Thumb roomId={roomId} file={file} />
      <div className="grid min-w-0 flex-1 content-between gap-1">
        <p className="truncate text-sm font-medium" title={name}>
          {name}
        </p>
        <UploadState file={file} upload={upload} />
        {isPicture(file) && (
          <input
            value={alt}
            maxLength={LIMITS.altChars}
            onChange={({ target }) => onDescribe(target.value)}
            aria-label={t('altFor', { name })}
            placeholder={t('alt')}
            className="h-7 w-full min-w-0 rounded-md border bg-raised px-2 text-base placeholder:text-soft sm:text-sm"
          />
        )}
      </div>
      <div className="flex flex-col">
        <Button look="ghost" size="icon-small" aria-label={t('remove', { name })} title={t('remove', { name })} onClick={onRemove}>
          <X />
        </Button>
        {upload?.status === 'failed' && (
          <Button look="ghost" size="icon-small" aria-label={t('retry', { name })} title={t('retry', { name })} onClick={onRetry}>
            <RotateCw />
          </Button>
        )}
      </div>
    </li>
  );
}

function Thumb({ roomId, file }: Pick<ChosenFileCardProps, 'roomId' | 'file'>) {
  const { attachment } = file;
  const address = isPicture(file) ? (localPictures.addressOf(file) ?? (attachment && previewAddress(roomId, attachment.attachmentId))) : undefined;
  return (
    <span className="grid size-16 shrink-0 place-items-center overflow-hidden rounded-lg bg-sunken text-soft">
      {address ? <img src={address} alt="" className="size-full object-cover" /> : <FileText className="size-6" aria-hidden />}
    </span>
  );
}
