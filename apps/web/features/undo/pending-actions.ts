import { Undoables } from './undoables';

/** Those of this page. */
export const pendingActions = new Undoables();

/** Ahead of those who close the connection when the page goes away. */
if (typeof window !== 'undefined') window.addEventListener('pagehide', pendingActions.flush, { capture: true });
