'use client';
import { type ChatError, LIMITS, type ModeChoice } from '@fourways/chat-core';
import { LoaderCircle } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import type { NameProblem } from '@/components/name-problem';
import { useRouter } from '@/i18n/navigation';

type Refusal = NameProblem | ChatError['code'] | 'unreachable';

/** The rules of a name come with the first attempt: the page needs none of them to be drawn. */
const loadSignIn = () => import('./sign-in');

async function attempt(name: string): Promise<Refusal | undefined> {
  const loaded = await loadSignIn().catch(() => undefined);
  return loaded ? loaded.signIn(name) : 'unreachable';
}

/** One name, and in. */
export function SignInForm({ mode }: { mode?: ModeChoice | undefined }) {
  const t = useTranslations();
  const router = useRouter();
  const [refusal, setRefusal] = useState<Refusal>();
  const [entering, enter] = useTransition();
  const field = useRef<HTMLInputElement>(null);

  function submit(event: FormEvent) {
    event.preventDefault();
    enter(async () => {
      const refused = await attempt(field.current?.value ?? '');
      if (!refused || refused === 'already_signed_in') return router.replace(mode ? `/rooms?mode=${mode}` : '/rooms');
      setRefusal(refused);
      field.current?.focus();
    });
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <TextField
        ref={field}
        name="name"
        label={t('signIn.name')}
        hint={t('signIn.nameHint')}
        error={refusal && explain(refusal)}
        autoComplete="nickname"
        autoCapitalize="words"
        autoFocus
        spellCheck={false}
        onInput={() => {
          setRefusal(undefined);
          void loadSignIn().catch(() => undefined);
        }}
      />
      <Button type="submit" size="large" aria-disabled={entering} onClick={(event) => entering && event.preventDefault()}>
        {entering && <LoaderCircle className="size-5 animate-spin" />}
        {entering ? t('signIn.starting') : t('signIn.start')}
      </Button>
    </form>
  );

  function explain(why: Refusal): string {
    if (why === 'empty' || why === 'invisible') return t(`signIn.${why}`);
    if (why === 'tooLong') return t('signIn.tooLong', { limit: LIMITS.nameChars });
    return t(`errors.${why}`);
  }
}
