import type { Mode } from '@fourways/chat-core';

/** The same three messages happen on every lane; where the dots stand is when they arrive. */
const happen = [92, 216, 330];

const arrive: Record<Mode, readonly number[]> = {
  poll: [130, 250, 370],
  'long-poll': [98, 222, 336],
  sse: [95, 219, 333],
  websocket: [94, 218, 332],
};

/** What a mode looks like on the wire, from left to right. */
export function WayLane({ mode }: { mode: Mode }) {
  return (
    <svg viewBox="0 0 440 30" className="h-auto w-full overflow-visible" aria-hidden fill="none" strokeLinecap="round">
      {happen.map((x) => (
        <path key={x} d={`M${x} 2v26`} className="stroke-edge/50" strokeWidth="1" strokeDasharray="1 4" />
      ))}
      <Wire mode={mode} />
      {arrive[mode].map((x) => (
        <circle key={x} cx={x} cy="15" r="6" className="fill-accent stroke-surface" strokeWidth="2.5" />
      ))}
    </svg>
  );
}

function Wire({ mode }: { mode: Mode }) {
  if (mode === 'poll') return <Questions />;
  if (mode === 'long-poll') return <HeldAnswers />;
  return (
    <>
      <path d="M6 15H426" className="stroke-accent/45" strokeWidth="4" />
      <path d="M424 9l8 6-8 6" className="stroke-accent" strokeWidth="2.5" strokeLinejoin="round" />
      {mode === 'websocket' && <path d="M14 9l-8 6 8 6" className="stroke-accent" strokeWidth="2.5" strokeLinejoin="round" />}
    </>
  );
}

function Questions() {
  const asked = [10, 70, 130, 190, 250, 310, 370, 430];
  return (
    <>
      <path d="M6 15H434" className="stroke-line" strokeWidth="2" />
      {asked.map((x) => (
        <path key={x} d={`M${x} 9v12`} className="stroke-accent/60" strokeWidth="3" />
      ))}
    </>
  );
}

function HeldAnswers() {
  const held = [[10, 98], [110, 222], [234, 336], [348, 432]] as const;
  return held.map(([from, to]) => <path key={from} d={`M${from} 15H${to}`} className="stroke-accent/45" strokeWidth="8" />);
}
