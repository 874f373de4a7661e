'use client';
import { ThemeProvider } from 'next-themes';
import type { ReactNode } from 'react';

/** The script runs once, from the server's page. React warns of any other script, so in the browser it is only data. */
const scriptProps = { type: typeof window === 'undefined' ? 'text/javascript' : 'text/plain' };

export function Providers({ children }: { children: ReactNode }) {
  return (
    <ThemeProvider attribute="class" defaultTheme="system" enableSystem disableTransitionOnChange scriptProps={scriptProps}>
      {children}
    </ThemeProvider>
  );
}
