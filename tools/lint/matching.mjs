// Tells which boundary an import crosses.
import { posix } from 'node:path';

/** The import as a place: a path from the root of the repository, or the name of a package as it was written. */
export function placeOf(file, specifier) {
  if (specifier.startsWith('@/')) return `apps/web/${specifier.slice(2)}`;
  return specifier.startsWith('.') ? posix.join(posix.dirname(file), specifier) : specifier;
}

/** The sentences of all boundaries that `file` crosses by importing `specifier`. */
export function crossed(boundaries, file, specifier) {
  const place = placeOf(file, specifier);
  return boundaries
    .filter(({ from, except = [] }) => inAny(from, file) && !inAny(except, file))
    .filter(({ only, never = [], among }) => inAny(never, place) || (only && (!among || inAny(among, place)) && !inAny(only, place)))
    .map(({ because }) => because);
}

const inAny = (names, place) => names.some((name) => isIn(name, place));

function isIn(name, place) {
  if (name.startsWith('*')) return place.endsWith(name.slice(1));
  if (name.endsWith('/')) return place.startsWith(name) || `${place}/` === name;
  return place === name || place.startsWith(`${name}/`);
}
