import { cn } from '@/components/ui/cn';

const ADDRESS = /(https?:\/\/[^\s<>"]+[^\s<>"'.,;:!?)\]}»])/u;
const FEW_EMOJI = /^(?:\p{Extended_Pictographic}(?:\uFE0F|\u200D\p{Extended_Pictographic}|[\u{1F3FB}-\u{1F3FF}])*\s*){1,3}$/u;

/** The text as it was typed; addresses become links, a few emoji alone become large. */
export function MessageBody({ body, note }: { body: string; note?: string | undefined }) {
  const large = FEW_EMOJI.test(body);
  return (
    <div className={cn('leading-[1.5] whitespace-pre-wrap wrap-anywhere', large && 'text-4xl leading-tight')}>
      {body.split(ADDRESS).map((part, place) => (place % 2 === 1 ? <Address key={place} href={part} /> : part))}
      {note && <span className="ml-2 text-xs text-soft">{note}</span>}
    </div>
  );
}

function Address({ href }: { href: string }) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow" className="text-accent underline underline-offset-2">
      {href}
    </a>
  );
}
