'use client';
import type { ChatView } from '@fourways/chat-client';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { FromWidth } from '@/components/from-width';
import { lazily } from '@/components/lazily';
import { lazilyOpened } from '@/components/lazily-opened';
import { Toasts } from '@/components/toasts';
import { useLater } from '@/components/use-later';
import { useNoStrayFiles } from '@/features/attachments/use-no-stray-files';
import { fetchMarkdown } from '@/features/markdown/lazy-markdown';
import { type Panel, PanelContext } from '@/features/palette/panel';
import { panelToCome } from '@/features/palette/panel-to-come';
import { Panels } from '@/features/palette/panels';
import { useChat } from './chat-context';
import { OpeningScript } from './opening-script';
import { PeopleShownContext } from './people-shown';
import { SkipLinks } from './skip-links';

const Awareness = lazily(() => import('@/features/awareness/awareness').then((module) => module.Awareness));
const SideSheets = lazilyOpened(() => import('./side-sheets').then((module) => module.SideSheets));
const modeOf = (view: ChatView) => view.mode;

interface ChatScreenProps {
  /** Beside the conversation on a wide screen: the rooms, and who is here. */
  sidebar: ReactNode;
  present: ReactNode;
  /** The conversation, under its header. */
  pane: ReactNode;
}

/** The whole screen: rooms, one conversation, people. On small screens the sides become sheets. */
export function ChatScreen({ sidebar, pane, present }: ChatScreenProps) {
  const t = useTranslations('people');
  const mode = useChat(modeOf);
  useLater(fetchMarkdown);
  useNoStrayFiles();
  const [panel, show] = useState<Panel | null>(panelToCome.now);
  useEffect(() => panelToCome.set(null), []);
  const [shown, setShown] = useState(true);
  const people = useMemo(() => ({ shown, toggle: () => setShown(!shown) }), [shown]);
  /** A panel that closes because another one has opened leaves that one open. */
  const close = (which: Panel) => show((now) => (now === which ? null : now));
  return (
    <PanelContext value={show}>
      <Toasts />
      <div data-mode={mode} className="flex h-dvh overflow-hidden">
        <SkipLinks />
        <FromWidth width="48rem" className="hidden w-64 shrink-0 flex-col md:flex">
          {sidebar}
        </FromWidth>
        <PeopleShownContext value={people}>{pane}</PeopleShownContext>
        {people.shown && (
          <FromWidth width="80rem" aria-label={t('title')} className="hidden w-60 shrink-0 flex-col xl:flex">
            {present}
          </FromWidth>
        )}
        <SideSheets open={panel === 'rooms' || panel === 'people'} panel={panel} close={close} />
        <Panels panel={panel} show={show} close={close} />
        <Awareness />
        <OpeningScript />
      </div>
    </PanelContext>
  );
}
