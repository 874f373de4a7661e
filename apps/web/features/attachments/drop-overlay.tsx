'use client';
import { Paperclip } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useDroppedFiles } from './use-dropped-files';

/** Files can be dropped anywhere; the room says so while they are over the window. */
export function DropOverlay({ roomName, onDrop }: { roomName: string; onDrop: (files: readonly File[]) => void }) {
  const t = useTranslations('files');
  const over = useDroppedFiles(onDrop);
  if (!over) return null;
  return (
    <div data-testid="drop-overlay" className="pointer-events-none absolute inset-2 z-20 grid place-items-center rounded-2xl border-2 border-dashed border-accent bg-surface/90">
      <p className="flex items-center gap-3 p-6 text-center text-lg font-semibold text-balance wrap-anywhere">
        <Paperclip className="size-6 shrink-0 text-accent" aria-hidden />
        {t('drop', { room: roomName })}
      </p>
    </div>
  );
}
