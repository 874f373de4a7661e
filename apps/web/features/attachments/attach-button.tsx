'use client';
import { Paperclip } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ChangeEvent, useRef } from 'react';
import { Button } from '@/components/ui/button';

/** Opens the device's own picker. */
export function AttachButton({ onChoose }: { onChoose: (files: readonly File[]) => void }) {
  const t = useTranslations('files');
  const input = useRef<HTMLInputElement>(null);

  /** The same file can be chosen once more. */
  function choose({ target }: ChangeEvent<HTMLInputElement>) {
    onChoose([...(target.files ?? [])]);
    target.value = '';
  }

  return (
    <>
      <Button look="ghost" size="icon" className="m-0.5 rounded-xl" aria-label={t('attach')} title={t('attach')} onClick={() => input.current?.click()}>
        <Paperclip />
      </Button>
      <input ref={input} type="file" multiple hidden data-testid="file-input" onChange={choose} />
    </>
  );
}
