/** Small keepings of the browser. */
export interface KeyValue {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
  remove(key: string): void;
}

/** localStorage under a prefix; in memory where the browser refuses it (private windows, blocked third parties, quota). */
export function keepIn(storage: Storage | undefined, prefix: string): KeyValue {
  const memory = new Map<string, string>();
  const tried = <T>(action: (storage: Storage) => T): T | undefined => {
    try {
      return storage === undefined ? undefined : action(storage);
    } catch {
      // Refused: the copy in memory serves until the page is left.
      return undefined;
    }
  };
  return {
    get: (key) => memory.get(key) ?? tried((kept) => kept.getItem(prefix + key)) ?? undefined,
    set(key, value) {
      const stored = tried((kept) => {
        kept.setItem(prefix + key, value);
        return true;
      });
      if (stored) memory.delete(key);
      else memory.set(key, value);
    },
    remove(key) {
      memory.delete(key);
      tried((kept) => kept.removeItem(prefix + key));
    },
  };
}
