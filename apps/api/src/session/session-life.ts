/** How long a session lasts: its cookie is set once. */
export const SESSION_LIFE_S = 365 * 24 * 3_600;
