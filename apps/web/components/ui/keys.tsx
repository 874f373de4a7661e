import { Fragment } from 'react';

/** Keys that are pressed together. */
export function Keys({ names }: { names: readonly string[] }) {
  return (
    <span className="inline-flex shrink-0 items-center gap-1">
      {names.map((name, n) => (
        <Fragment key={name}>
          {n > 0 && <span className="sr-only">+</span>}
          <kbd className="inline-grid h-6 min-w-6 place-items-center rounded-md border border-b-2 bg-raised px-1.5 font-sans text-xs text-soft">{name}</kbd>
        </Fragment>
      ))}
    </span>
  );
}
