'use client';
import { type ChatError, LIMITS, type ModeChoice, UserName } from '@fourways/chat-core';
import { LoaderCircle } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { nameProblem, type NameProblem } from '@/components/name-problem';
import { useRouter } from '@/i18n/navigation';
import { signIn } from './sign-in';

type Refusal = NameProblem | ChatError['code'] | 'unreachable';

/** One name, and in. */
export function SignInForm({ mode }: { mode?: ModeChoice | undefined }) {
  const t = useTranslations();
  const router = useRouter();
  const [refusal, setRefusal] = useState<Refusal>();
  const [entering, enter] = useTransition();
  const field = useRef<HTMLInputElement>(null);

  function submit(event: FormEvent) {
    event.preventDefault();
    const name = field.current?.value ?? '';
    const problem = nameProblem(UserName, name);
    setRefusal(problem);
    if (problem) return field.current?.focus();
    enter(async () => {
      const refused = await signIn(name);
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
        onInput={() => setRefusal(undefined)}
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
