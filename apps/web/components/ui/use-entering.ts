'use client';
import { useEffect, useState } from 'react';

/** Whether a popup is open, a moment late: one that is drawn when it opens is drawn closed first, so that it enters as it does later. */
export function useEntering(open: boolean): boolean {
  const [drawn, setDrawn] = useState(false);
  useEffect(() => setDrawn(true), []);
  return drawn && open;
}
