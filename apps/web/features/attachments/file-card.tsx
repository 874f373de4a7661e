'use client';
import { Download, FileText } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { buttonLook } from '@/components/ui/button';
import { FileProgress } from './file-progress';
import type { ShownFile } from './shown-file';
import { useFileSize } from './use-file-size';

/** A file that can only be saved. */
export function FileCard({ file }: { file: ShownFile }) {
  const t = useTranslations('files');
  const size = useFileSize();
  const { name, sizeBytes, address } = file;
  return (
    <div className="flex w-80 max-w-full items-center gap-3 rounded-xl border bg-raised p-2">
      <span className="grid size-10 shrink-0 place-items-center rounded-lg bg-sunken text-soft">
        <FileText className="size-5" aria-hidden />
      </span>
      <div className="grid min-w-0 flex-1 gap-0.5">
        <p className="truncate text-sm font-medium" title={name}>
          {name}
        </p>
        <p className="text-xs text-soft tabular-nums">{size(sizeBytes)}</p>
        <FileProgress file={file} />
      </div>
      {address && (
        <a href={address} download={name} aria-label={t('save', { name })} title={t('save', { name })} className={buttonLook({ look: 'ghost', size: 'icon' })}>
          <Download />
        </a>
      )}
    </div>
  );
}
