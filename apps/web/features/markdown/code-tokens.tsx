import { Fragment } from 'react';
import type { CodeLine } from './code-line';

/** The same characters, in colours for both themes. */
export function CodeTokens({ lines }: { lines: readonly CodeLine[] }) {
  return lines.map((line, at) => (
    <Fragment key={at}>
      {at > 0 && '\n'}
      {line.map(({ text, light, dark }, place) => (
        <span key={place} style={{ '--light': light, '--dark': dark }} className="text-(--light) dark:text-(--dark)">
          {text}
        </span>
      ))}
    </Fragment>
  ));
}
