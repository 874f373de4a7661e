import { readingPlaces } from '@/features/room/reading-places';

/** Loads the page anew, and comes back to where one reads. */
export function reload(): void {
  readingPlaces.keep();
  location.reload();
}
