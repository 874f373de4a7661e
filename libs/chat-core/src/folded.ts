/** A name as it is searched and sorted by: `Ёлкин` is found by `елк`. */
export function folded(name: string): string {
  return name.normalize('NFKC').toLowerCase().replaceAll('ё', 'е');
}
