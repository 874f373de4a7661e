'use client';
import { useFormatter } from 'next-intl';

interface MessageTimeProps {
  ts: number;
  id?: string;
  /** Without AM and PM, where there is no room for them. */
  short?: boolean;
  className?: string;
}

/** The hour and minute; the whole of it on hover. */
export function MessageTime({ ts, id, short, className }: MessageTimeProps) {
  const format = useFormatter();
  return (
    <time
      id={id}
      dateTime={new Date(ts).toISOString()}
      title={format.dateTime(ts, { dateStyle: 'full', timeStyle: 'medium' })}
      className={className}
    >
      {format.dateTime(ts, { hour: short ? '2-digit' : 'numeric', minute: '2-digit', ...(short && { hourCycle: 'h23' }) })}
    </time>
  );
}
