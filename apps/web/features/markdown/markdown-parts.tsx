import type { ComponentProps } from 'react';
import type { Components, ExtraProps } from 'react-markdown';
import { CodeBlock } from './code-block';
import { TaskMark } from './task-mark';
import { WideTable } from './wide-table';

type Part<T extends 'a' | 'pre' | 'img' | 'h1'> = ComponentProps<T> & ExtraProps;

function Address({ href, children }: Part<'a'>) {
  if (!href) return <>{children}</>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow" className="text-accent underline underline-offset-2">
      {children}
    </a>
  );
}

/** A picture from elsewhere would tell its server who reads this: it is a link. */
function Picture({ src, alt }: Part<'img'>) {
  const address = typeof src === 'string' ? src : undefined;
  return <Address href={address}>{alt || address}</Address>;
}

function Heading({ children }: Part<'h1'>) {
  return <p className="font-semibold">{children}</p>;
}

function Fence({ node }: Part<'pre'>) {
  const code = node?.children[0];
  if (code?.type !== 'element') return null;
  const name = String(code.properties.className ?? '').replace(/^language-/, '');
  const text = code.children[0]?.type === 'text' ? code.children[0].value : '';
  return <CodeBlock language={name} code={text.replace(/\n$/, '')} />;
}

export const parts: Components = {
  a: Address,
  img: Picture,
  mark: ({ className, children }) => (
    <span data-mention className={className === 'me' ? 'rounded bg-accent/25 px-0.5 font-medium' : 'rounded bg-hover px-0.5 font-medium'}>
      {children}
    </span>
  ),
  pre: Fence,
  input: ({ checked }) => <TaskMark done={checked ?? false} />,
  table: ({ children }) => <WideTable>{children}</WideTable>,
  h1: Heading,
  h2: Heading,
  h3: Heading,
  h4: Heading,
  h5: Heading,
  h6: Heading,
  blockquote: ({ children }) => <blockquote className="border-l-3 border-edge/50 pl-3 text-soft [&>*+*]:mt-2">{children}</blockquote>,
  ul: ({ children }) => <ul className="list-disc pl-6">{children}</ul>,
  li: ({ className, children }) => <li className={className?.includes('task') ? '-ml-5 list-none' : undefined}>{children}</li>,
  ol: ({ children, start }) => (
    <ol start={start} className="list-decimal pl-8">
      {children}
    </ol>
  ),
  hr: () => <hr className="my-3" />,
  code: ({ children }) => <code className="rounded-md border bg-sunken px-1 py-px font-mono text-[0.875em]">{children}</code>,
  th: ({ children, style }) => (
    <th style={style} className="border-b px-2.5 py-1 text-left font-semibold whitespace-nowrap">
      {children}
    </th>
  ),
  td: ({ children, style }) => (
    <td style={style} className="border-t px-2.5 py-1 align-top">
      {children}
    </td>
  ),
};
