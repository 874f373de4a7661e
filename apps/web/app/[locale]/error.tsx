'use client';
import { useTranslations } from 'next-intl';
import { MessagePage } from '@/components/message-page';
import { Button } from '@/components/ui/button';

/** A whole reload, since the page's data come from the server. */
export default function ErrorPage() {
  const t = useTranslations('pages');
  return (
    <MessagePage title={t('errorTitle')} text={t('errorText')}>
      <Button onClick={() => window.location.reload()}>{t('tryAgain')}</Button>
    </MessagePage>
  );
}
