'use client';
import type { ChatView } from '@fourways/chat-client';
import type { ModeChoice } from '@fourways/chat-core';
import { Unplug } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { useChat } from '@/features/room/chat-context';
import { offerOf } from './offer-of';
import { setbackKey } from './setback-key';
import { useChooseMode } from './use-choose-mode';

const setbackOf = (view: ChatView) => view.setbacks.find(({ mode }) => mode === view.mode);

/** The chosen way does not work here: says why and offers one that does. The client never leaves a chosen way by itself. */
export function OfferBanner() {
  const t = useTranslations();
  const offer = useChat(offerOf);
  const setback = useChat(setbackOf);
  return (
    <div role="status" data-testid="offer">
      {offer && setback && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b bg-warn/12 px-4 py-2 text-sm sm:px-6">
          <Unplug className="size-4 shrink-0 text-warn" aria-hidden />
          <p className="min-w-48 flex-1 text-pretty">
            {t('delivery.failing', { mode: t(`ways.${setback.mode}.name`), reason: t(`delivery.setback.${setbackKey(setback)}`) })}
          </p>
          <Take choices={[offer, 'auto']} />
        </div>
      )}
    </div>
  );
}

function Take({ choices }: { choices: readonly ModeChoice[] }) {
  const t = useTranslations();
  const chooseMode = useChooseMode();
  const [taking, setTaking] = useState(false);

  async function take(choice: ModeChoice) {
    setTaking(true);
    await chooseMode(choice);
    setTaking(false);
  }

  return (
    <span className="flex flex-wrap gap-2">
      {choices.map((choice) => (
        <Button key={choice} look="outline" size="small" aria-disabled={taking} onClick={() => void (taking || take(choice))}>
          {t('delivery.useInstead', { mode: t(`ways.${choice}.name`) })}
        </Button>
      ))}
    </span>
  );
}
