'use client';
import type { ChatView } from '@fourways/chat-client';
import type { ModeChoice } from '@fourways/chat-core';
import { Unplug } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { useChat, useChatClient } from '@/features/room/chat-context';
import { rememberMode } from './remember-mode';
import { setbackKey } from './setback-key';

const modeOf = (view: ChatView) => view.mode;
const offerOf = (view: ChatView) => view.offer;
const setbacksOf = (view: ChatView) => view.setbacks;

/** The chosen way does not work here: says why and offers one that does. The client never leaves a chosen way by itself. */
export function OfferBanner() {
  const t = useTranslations();
  const client = useChatClient();
  const mode = useChat(modeOf);
  const offer = useChat(offerOf);
  const setback = useChat(setbacksOf).find((each) => each.mode === mode);
  const [taking, setTaking] = useState(false);

  async function take(choice: ModeChoice) {
    setTaking(true);
    const { outcome } = await client.use(choice);
    setTaking(false);
    if (outcome === 'switched') rememberMode(choice);
  }

  return (
    <div role="status" data-testid="offer">
      {offer && setback && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b bg-warn/12 px-4 py-2 text-sm sm:px-6">
          <Unplug className="size-4 shrink-0 text-warn" aria-hidden />
          <p className="min-w-48 flex-1 text-pretty">
            {t('delivery.failing', { mode: t(`ways.${mode}.name`), reason: t(`delivery.setback.${setbackKey(setback)}`) })}
          </p>
          <span className="flex flex-wrap gap-2">
            <Button look="outline" size="small" aria-disabled={taking} onClick={() => void (taking || take(offer))}>
              {t('delivery.useInstead', { mode: t(`ways.${offer}.name`) })}
            </Button>
            <Button look="outline" size="small" aria-disabled={taking} onClick={() => void (taking || take('auto'))}>
              {t('delivery.useInstead', { mode: t('ways.auto.name') })}
            </Button>
          </span>
        </div>
      )}
    </div>
  );
}
