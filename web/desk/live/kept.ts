/** Things made at first use, by key. */
export interface Kept<T> {
  (key: string): T;
  /** The one that there is, or nothing: what nobody has asked for is not made. */
  known(key: string): T[];
  all(): T[];
}

/** So many are kept for whoever comes back to them. */
const MOST_UNWATCHED = 100;

/**
 * One of each, made at first use. A desk is open for a whole shift and hears of thousands of conversations: beyond `most`,
 * those that nobody looks at are forgotten, the one asked for longest ago first.
 */
export function keep<T extends { watched(): boolean }>(make: (key: string) => T, most = MOST_UNWATCHED): Kept<T> {
  const made = new Map<string, T>();
  const get = (key: string) => {
    const one = made.get(key) ?? make(key);
    made.delete(key);
    made.set(key, one);
    for (const [oldest, { watched }] of made) {
      if (made.size <= most) break;
      if (oldest !== key && !watched()) made.delete(oldest);
    }
    return one;
  };
  return Object.assign(get, {
    known: (key: string) => {
      const one = made.get(key);
      return one === undefined ? [] : [one];
    },
    all: () => [...made.values()],
  });
}
