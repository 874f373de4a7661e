/** The four delivery modes. The same four strings are the folder, the URL, the metric label and the test title. */
export const MODES = ['poll', 'long-poll', 'sse', 'websocket'] as const;

/** What a person may choose: one of the four, or `auto`, the best that works here (PROTOCOL U1). */
export const MODE_CHOICES = ['auto', ...MODES] as const;
