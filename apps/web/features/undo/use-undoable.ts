'use client';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { toast } from '@/components/toast';
import { useErrorText } from '@/features/room/error-text';
import { pendingActions } from './pending-actions';

interface Undoable {
  /** One at a time under one key; `usePending` tells who must not show it any more. */
  key: string;
  /** What has been done, for the one who did it. */
  text: string;
  run: () => Promise<unknown>;
  /** The same for a page that goes away: see `partingRequest`. */
  parting: () => Promise<unknown>;
  /** After it was undone, or refused. */
  back?: () => void;
}

/** Does something so that it can be undone for a while: says so with a button, and tells the server when the time is over. */
export function useUndoable(): (undoable: Undoable) => void {
  const t = useTranslations('undo');
  const errorText = useErrorText();
  return useCallback(
    ({ key, text, run, parting, back }) => {
      if (pendingActions.pending().has(key)) return;
      const note = toast(text, { duration: Infinity, action: { label: t('undo'), onClick: () => pendingActions.undo(key) } });
      const over = (how: Undoable['run']) => () => {
        toast.dismiss(note);
        return how();
      };
      pendingActions.add(key, over(run), over(parting)).then(
        (outcome) => outcome === 'undone' && back?.(),
        (error) => {
          back?.();
          toast.error(errorText(error));
        },
      );
    },
    [t, errorText],
  );
}
