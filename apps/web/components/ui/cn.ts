import { type ClassValue, clsx } from 'clsx';

/** No class here may contradict another: nobody sorts them out, for that would cost every page a table of all classes. */
export function cn(...classes: ClassValue[]): string {
  return clsx(classes);
}
