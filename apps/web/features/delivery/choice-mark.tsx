import type { ModeChoice } from '@fourways/chat-core';
import { AutoMark } from './auto-mark';
import { ModeMark } from './mode-mark';

export function ChoiceMark({ choice, className }: { choice: ModeChoice; className?: string }) {
  return choice === 'auto' ? <AutoMark className={className} /> : <ModeMark mode={choice} className={className} />;
}
