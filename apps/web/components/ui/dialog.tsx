import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { buttonLook } from './button';
import { cn } from './cn';

interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: string;
  /** A dialog stands in the middle, or wide at the top if its content grows and shrinks; a sheet comes in from its side. */
  side?: 'middle' | 'top' | 'left' | 'right';
  children: ReactNode;
}

const places = {
  middle:
    'top-1/2 left-1/2 w-[min(28rem,calc(100vw-2rem))] max-h-[calc(100dvh-2rem)] -translate-x-1/2 -translate-y-1/2 rounded-2xl p-6 data-ending-style:scale-97 data-starting-style:scale-97',
  top: 'top-[min(4rem,4dvh)] left-1/2 w-[min(42rem,calc(100vw-1rem))] max-h-[92dvh] -translate-x-1/2 rounded-2xl p-4 sm:p-5 data-ending-style:scale-98 data-starting-style:scale-98',
  left: 'inset-y-0 left-0 w-[min(20rem,calc(100vw-3rem))] rounded-r-2xl p-3 data-ending-style:-translate-x-full data-starting-style:-translate-x-full',
  right: 'inset-y-0 right-0 w-[min(20rem,calc(100vw-3rem))] rounded-l-2xl p-3 data-ending-style:translate-x-full data-starting-style:translate-x-full',
};

export function Dialog({ open, onOpenChange, title, description, side = 'middle', children }: DialogProps) {
  const t = useTranslations('app');
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-black/35 transition-opacity duration-200 data-ending-style:opacity-0 data-starting-style:opacity-0 dark:bg-black/60" />
        <Base.Popup
          className={cn(
            'fixed z-50 flex flex-col overflow-y-auto border bg-surface shadow-float outline-none transition duration-200',
            (side === 'middle' || side === 'top') && 'data-ending-style:opacity-0 data-starting-style:opacity-0',
            places[side],
          )}
        >
          <div className={cn('flex items-start justify-between gap-4', side === 'middle' || side === 'top' ? 'mb-4' : 'mb-1 px-2 py-1')}>
            <div className="grid gap-1">
              <Base.Title className="text-lg leading-snug font-semibold text-balance wrap-anywhere">{title}</Base.Title>
              {description && <Base.Description className="text-sm text-soft">{description}</Base.Description>}
            </div>
            <Base.Close className={buttonLook({ look: 'ghost', size: 'icon', className: '-mt-1.5 -mr-1.5' })} aria-label={t('close')}>
              <X />
            </Base.Close>
          </div>
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
