import Script from 'next/script';

/** Next runs such a script first, and goes on in a task of its own: what `instrumentation-client.ts` has done is over by then. */
export function WakeUpLater() {
  return (
    <Script id="wake-up-later" strategy="beforeInteractive">
      {' '}
    </Script>
  );
}
