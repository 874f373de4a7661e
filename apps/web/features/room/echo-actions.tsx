'use client';
import { Pencil, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { ActionBar } from './action-bar';

interface EchoActionsProps {
  onEdit: () => void;
  onRemove: () => void;
}

/** What one can do with an own message that has not left yet. */
export function EchoActions({ onEdit, onRemove }: EchoActionsProps) {
  const t = useTranslations('message');
  return (
    <ActionBar>
      <Button look="ghost" size="icon-small" aria-label={t('edit')} title={t('edit')} onClick={onEdit}>
        <Pencil />
      </Button>
      <Button look="ghost" size="icon-small" aria-label={t('remove')} title={t('remove')} onClick={onRemove}>
        <Trash2 />
      </Button>
    </ActionBar>
  );
}
