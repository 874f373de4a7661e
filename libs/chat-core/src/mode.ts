import * as z from 'zod/mini';
import { MODE_CHOICES, MODES } from './modes.js';

export const Mode = z.enum(MODES);
export type Mode = z.infer<typeof Mode>;

export const ModeChoice = z.enum(MODE_CHOICES);
export type ModeChoice = z.infer<typeof ModeChoice>;
