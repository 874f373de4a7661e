/** A name as it is searched and sorted by: SQLite itself folds no letters but ASCII's. */
export function folded(name: string): string {
  return name.normalize('NFKC').toLowerCase().replaceAll('ё', 'е');
}
