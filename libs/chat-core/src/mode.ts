import { z } from 'zod';

/** The four delivery modes. The same four strings are the folder, the URL, the metric label and the test title. */
export const MODES = ['poll', 'long-poll', 'sse', 'websocket'] as const;

export const Mode = z.enum(MODES);
export type Mode = z.infer<typeof Mode>;
