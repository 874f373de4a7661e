const DEEPEST = 60;

interface Branch {
  children?: readonly Branch[];
}

/** Refuses a tree that is nested deeper than anyone writes by hand: thousands of quotes in quotes would break the browser. */
export function limitedDepth(): (tree: Branch) => void {
  return (tree) => {
    let level: readonly Branch[] = [tree];
    for (let depth = 0; level.length > 0; depth++) {
      if (depth > DEEPEST) throw new RangeError('Nested too deep');
      level = level.flatMap(({ children }) => children ?? []);
    }
  };
}
