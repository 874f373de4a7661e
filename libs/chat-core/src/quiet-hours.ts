import * as z from 'zod/mini';

export const ClockTime = z.stringFormat('clock time', /^([01]\d|2[0-3]):[0-5]\d$/);

/** From when to when a person wants to be left alone, every day. Hours may last over midnight; equal ones last all day. */
export const QuietHours = z.object({ from: ClockTime, to: ClockTime });
export type QuietHours = z.infer<typeof QuietHours>;
