'use client';
import { Dialog } from '@base-ui/react/dialog';
import { ChevronLeft, ChevronRight, Download, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { KeyboardEvent } from 'react';
import { Button, buttonLook } from '@/components/ui/button';
import type { ShownFile } from './shown-file';
import { useFileSize } from './use-file-size';

interface PictureDialogProps {
  open: boolean;
  pictures: readonly ShownFile[];
  at: number;
  /** Null closes. */
  onGo: (at: number | null) => void;
}

/** A picture as large as the window, and the others of its message to its sides. */
export function PictureDialog({ open, pictures, at, onGo }: PictureDialogProps) {
  const t = useTranslations();
  const size = useFileSize();
  const file = pictures[Math.min(at, pictures.length - 1)]!;
  const { name, alt, sizeBytes, address, picture } = file;
  const go = (step: number) => onGo((at + step + pictures.length) % pictures.length);

  function onKeyDown({ key }: KeyboardEvent) {
    if (pictures.length < 2) return;
    if (key === 'ArrowLeft') go(-1);
    if (key === 'ArrowRight') go(1);
  }

  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onGo(null)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-black/80 transition-opacity duration-200 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup onKeyDown={onKeyDown} className="fixed inset-0 z-50 grid grid-rows-[auto_minmax(0,1fr)_auto] gap-2 p-3 text-white outline-none">
          <div className="flex min-w-0 items-center gap-2">
            <Dialog.Title className="min-w-0 flex-1 truncate text-sm font-medium">{name}</Dialog.Title>
            <span className="shrink-0 text-xs tabular-nums">{size(sizeBytes)}</span>
            {address && (
              <a href={address} download={name} aria-label={t('files.save', { name })} title={t('files.save', { name })} className={DARK_ICON}>
                <Download />
              </a>
            )}
            <Dialog.Close className={DARK_ICON} aria-label={t('app.close')}>
              <X />
            </Dialog.Close>
          </div>
          <div className="relative" onClick={({ target, currentTarget }) => target === currentTarget && onGo(null)}>
            <img src={address ?? picture!.address} alt={alt || t('files.picture', { name })} className="absolute inset-0 m-auto max-h-full max-w-full rounded-lg" />
            {pictures.length > 1 && (
              <>
                <Button look="ghost" size="icon" className={`absolute top-1/2 left-0 ${DARK}`} aria-label={t('files.previous')} onClick={() => go(-1)}>
                  <ChevronLeft />
                </Button>
                <Button look="ghost" size="icon" className={`absolute top-1/2 right-0 ${DARK}`} aria-label={t('files.next')} onClick={() => go(1)}>
                  <ChevronRight />
                </Button>
              </>
            )}
          </div>
          <Dialog.Description className="mx-auto max-w-prose text-center text-sm text-pretty wrap-anywhere">{alt}</Dialog.Description>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

const DARK = 'bg-black/50! text-white! hover:bg-black/80!';
const DARK_ICON = buttonLook({ look: 'ghost', size: 'icon', className: DARK });
