import type { ReactNode } from 'react';
import { Logo } from './logo';

/** A page with one thing to say. */
export function MessagePage({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <main className="grid min-h-dvh place-items-center p-6">
      <div className="grid max-w-md justify-items-center gap-4 text-center">
        <Logo className="size-12" />
        <h1 className="text-2xl font-semibold tracking-tight text-balance">{title}</h1>
        <p className="text-soft text-pretty">{text}</p>
        <div className="mt-2 flex flex-wrap justify-center gap-2">{children}</div>
      </div>
    </main>
  );
}
