'use client';
import { useTranslations } from 'next-intl';

interface UploadProgressProps {
  name: string;
  sentBytes: number;
  sizeBytes: number;
}

/** How much of a file has gone. */
export function UploadProgress({ name, sentBytes, sizeBytes }: UploadProgressProps) {
  const t = useTranslations('files');
  return (
    <progress
      aria-label={t('uploading', { name })}
      value={Math.min(sentBytes, sizeBytes)}
      max={Math.max(1, sizeBytes)}
      className="block h-1 w-full overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent"
    />
  );
}
