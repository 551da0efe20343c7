interface Named {
  readonly id: string;
  readonly name: string;
}

/** A list that one can still look through; ten thousand would also be slow to open. */
const MOST = 200;

/** Devices whose names hold all the words, in their order, up to 200; the chosen one always. */
export function devicesNamed<D extends Named>(devices: readonly D[], search: string, chosen: string): D[] {
  const words = search.trim().toLowerCase().split(/\s+/);
  const found = devices.filter(({ name }) => words.every((word) => name.toLowerCase().includes(word))).slice(0, MOST);
  const kept = found.some(({ id }) => id === chosen) ? undefined : devices.find(({ id }) => id === chosen);
  return kept === undefined ? found : [kept, ...found];
}
