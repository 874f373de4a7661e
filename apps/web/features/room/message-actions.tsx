'use client';
import { Pencil, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';

interface MessageActionsProps {
  onEdit: () => void;
  onRemove: () => void;
}

/** What one can do with an own message: shown on hover, on focus, and by a tap on the message. */
export function MessageActions({ onEdit, onRemove }: MessageActionsProps) {
  const t = useTranslations('message');
  return (
    <div className="absolute -top-3 right-4 flex rounded-lg border bg-raised p-0.5 opacity-0 shadow-panel group-focus-within/row:opacity-100 group-hover/row:opacity-100 focus-within:opacity-100 touch:pointer-events-none touch:group-focus-within/row:pointer-events-auto">
      <Button look="ghost" size="icon-small" aria-label={t('edit')} title={t('edit')} onClick={onEdit}>
        <Pencil />
      </Button>
      <Button look="ghost" size="icon-small" aria-label={t('remove')} title={t('remove')} onClick={onRemove}>
        <Trash2 />
      </Button>
    </div>
  );
}
