/** How the palette looks, also before it is there. */
export const PALETTE = {
  backdrop: 'fixed inset-0 z-40 bg-black/35 dark:bg-black/60',
  box: 'fixed top-[min(6rem,10dvh)] left-1/2 z-50 flex max-h-[min(32rem,80dvh)] w-[min(36rem,calc(100vw-1rem))] -translate-x-1/2 flex-col overflow-hidden rounded-2xl border bg-raised shadow-float outline-none',
  head: 'flex items-center gap-3 border-b px-4',
  field: 'h-13 w-full min-w-0 bg-transparent text-base outline-none placeholder:text-soft',
} as const;
