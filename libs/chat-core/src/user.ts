import * as z from 'zod/mini';
import { LIMITS } from './limits.js';
import { nameOf } from './name.js';

export const UserId = z.uuid();

export const UserName = nameOf(LIMITS.nameChars);

/** A person. Two may share a name; `id` tells them apart. */
export const User = z.object({ id: UserId, name: z.string() });
export type User = z.infer<typeof User>;

/** Persons in the order of their names. */
export const PeoplePage = z.object({ people: z.array(User), hasMore: z.boolean() });
export type PeoplePage = z.infer<typeof PeoplePage>;
