'use client';
import { type ComponentProps, lazy } from 'react';
import { partFetched } from '@/components/part-fetched';
import type { Markdown } from './markdown';
import { useServerDrawn } from './use-server-drawn';

type Props = ComponentProps<typeof Markdown>;

const loadMarkdown = () => import('./markdown').then((module) => module.Markdown);

/** On the server the page waits for the parser, so that nobody sees a text as it was typed first. */
const OnServer = lazy(() => loadMarkdown().then((part) => ({ default: part })));
/** What React finds in the page it leaves there, as long as this is the same object. */
const AS_SENT = { __html: '' };
const usePart = partFetched<Props>(loadMarkdown);

export const fetchMarkdown = usePart.fetch;

/** A text with its Markdown as soon as the parser is here. What the server has drawn stays as it is; what is new stands as it was typed meanwhile. */
export const LazyMarkdown = typeof window === 'undefined' ? OnServer : InBrowser;

function InBrowser(props: Props) {
  const { drawn, still, box } = useServerDrawn(props.text);
  const Part = usePart(!still);
  if (Part && !still) return <Part {...props} />;
  if (drawn) return <div ref={box} className="wrap-anywhere [&>*+*]:mt-2" suppressHydrationWarning dangerouslySetInnerHTML={AS_SENT} />;
  return <p className="wrap-anywhere whitespace-pre-wrap">{props.text}</p>;
}
