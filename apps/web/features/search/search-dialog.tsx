'use client';
import { useTranslations } from 'next-intl';
import { Dialog } from '@/components/ui/dialog';
import { SearchPanel } from './search-panel';

interface SearchDialogProps {
  open: boolean;
  /** What is searched at once. */
  words: string;
  onClose: () => void;
  onGo: (roomId: string, messageId: string) => void;
}

export function SearchDialog({ open, words, onClose, onGo }: SearchDialogProps) {
  const t = useTranslations('search');
  return (
    <Dialog open={open} onOpenChange={onClose} title={t('title')} side="top">
      <SearchPanel words={words} onGo={onGo} />
    </Dialog>
  );
}
