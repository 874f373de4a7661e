import type { Mode } from '@fourways/chat-core';
import { cn } from '@/components/ui/cn';

const marks: Record<Mode, { letter: string; shape: string; place: number }> = {
  poll: { letter: 'P', shape: 'M12 1.5 22.5 12 12 22.5 1.5 12Z', place: 12.4 },
  'long-poll': { letter: 'L', shape: 'M5 2.5h14A2.5 2.5 0 0 1 21.5 5v14a2.5 2.5 0 0 1-2.5 2.5H5A2.5 2.5 0 0 1 2.5 19V5A2.5 2.5 0 0 1 5 2.5Z', place: 12.4 },
  sse: { letter: 'S', shape: 'M2 4.5h12.5L22.5 12l-8 7.5H2Z', place: 11 },
  websocket: { letter: 'W', shape: 'M12 1.8a10.2 10.2 0 1 1 0 20.4 10.2 10.2 0 0 1 0-20.4Z', place: 12 },
};

/** A mode's own shape, letter and colour, the same wherever the mode is meant. */
export function ModeMark({ mode, className }: { mode: Mode; className?: string }) {
  const { letter, shape, place } = marks[mode];
  return (
    <svg viewBox="0 0 24 24" aria-hidden data-mode={mode} className={cn('size-5 shrink-0', className)}>
      <path d={shape} className="fill-accent stroke-accent" strokeWidth="1.5" strokeLinejoin="round" />
      <text x={place} y="16" textAnchor="middle" className="fill-(--on-mode) text-[11px] font-bold">
        {letter}
      </text>
    </svg>
  );
}
