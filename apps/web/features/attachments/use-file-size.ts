'use client';
import { useFormatter } from 'next-intl';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
const STEP = 1024;

/** Says a size as people read it: 1.4 MB. */
export function useFileSize(): (sizeBytes: number) => string {
  const format = useFormatter();
  return (sizeBytes) => {
    const rank = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log(Math.max(1, sizeBytes)) / Math.log(STEP))));
    const value = sizeBytes / STEP ** rank;
    return format.number(value, { style: 'unit', unit: UNITS[rank]!, unitDisplay: 'short', maximumFractionDigits: value < 10 && rank > 0 ? 1 : 0 });
  };
}
