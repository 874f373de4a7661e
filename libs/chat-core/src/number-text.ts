import { z } from 'zod';

/** A number as a query carries it, for servers: browsers read none, and are spared the larger half of zod. Coercion alone would take an empty text for 0. */
export function fromText<T extends z.ZodType>(number: T) {
  return z.preprocess((text) => (text === '' ? NaN : text), number);
}
