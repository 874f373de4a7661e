'use client';
import { RefreshCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { useNewerVersion } from './use-newer-version';
import { useQuietReload } from './use-quiet-reload';

/** A newer version is there: who looks is asked, at no moment in particular; a page that nobody looks at takes it by itself. */
export function VersionBanner() {
  const t = useTranslations('version');
  const version = useNewerVersion();
  useQuietReload(version);
  return (
    <div role="status" data-testid="version">
      {version && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b bg-raised px-4 py-2 text-sm sm:px-6">
          <RefreshCw className="size-4 shrink-0 text-soft" aria-hidden />
          <p className="min-w-48 flex-1 text-pretty">{t('newer')}</p>
          <Button look="outline" size="small" onClick={() => location.reload()}>
            {t('reload')}
          </Button>
        </div>
      )}
    </div>
  );
}
