'use client';
import { useTranslations } from 'next-intl';
import { Dialog } from '@/components/ui/dialog';
import { SearchPanel } from './search-panel';

interface SearchDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onGo: (roomId: string, messageId: string) => void;
}

export function SearchDialog({ open, onOpenChange, onGo }: SearchDialogProps) {
  const t = useTranslations('search');
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('title')} side="top">
      <SearchPanel onGo={onGo} />
    </Dialog>
  );
}
