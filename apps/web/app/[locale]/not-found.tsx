import { useTranslations } from 'next-intl';
import { MessagePage } from '@/components/message-page';
import { buttonLook } from '@/components/ui/button';
import { Link } from '@/i18n/navigation';

export default function NotFound() {
  const t = useTranslations('pages');
  return (
    <MessagePage title={t('notFoundTitle')} text={t('notFoundText')}>
      <Link href="/" className={buttonLook()}>
        {t('home')}
      </Link>
    </MessagePage>
  );
}
