import type { ModeChoice } from '@fourways/chat-core';
import { useTranslations } from 'next-intl';
import { Logo } from '@/components/logo';
import { SettingsButton } from '@/components/settings-button';
import { FourWays } from './four-ways';
import { SignInForm } from './sign-in-form';

export function SignInPage({ mode }: { mode?: ModeChoice | undefined }) {
  const t = useTranslations();
  return (
    <div className="mx-auto flex min-h-dvh max-w-6xl flex-col px-5 py-5 sm:px-8">
      <header className="flex items-center justify-between">
        <span className="flex items-center gap-2.5 text-lg font-semibold tracking-tight">
          <Logo className="size-8" />
          {t('app.name')}
        </span>
        <SettingsButton />
      </header>
      <main className="grid flex-1 items-center gap-10 py-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.05fr)] lg:gap-20">
        <div className="grid max-w-md gap-7">
          <div className="grid gap-4">
            <h1 className="text-4xl leading-[1.08] font-semibold tracking-tight text-balance sm:text-5xl">{t('signIn.title')}</h1>
            <p className="text-base leading-relaxed text-soft text-pretty sm:text-lg">{t('signIn.lead')}</p>
          </div>
          <SignInForm mode={mode} />
        </div>
        <FourWays />
      </main>
    </div>
  );
}
