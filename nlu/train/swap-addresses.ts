import type { Example } from './example.ts';
import { seededRandom } from './seeded-random.ts';

const COPIES = 1;

/**
 * Each message with an address again with addresses of others of its language, and each address alone, as it is answered: the tagger is to learn where an address
 * stands and what one looks like, not which ones there are.
 */
export function swapAddresses(examples: readonly Example[], seed: number): Example[] {
  const random = seededRandom(seed);
  const pools = Map.groupBy(
    examples.flatMap(({ language, slots: { address } }) => (address === undefined ? [] : [{ language, address }])),
    (entry) => entry.language,
  );
  return examples.flatMap((example) => {
    const { address } = example.slots;
    const pool = pools.get(example.language) ?? [];
    if (address === undefined) return [];
    const bare = { ...example, text: address, slots: { address } };
    const swapped = Array.from({ length: COPIES }, () => {
      const other = pool[Math.floor(random() * pool.length)]?.address ?? address;
      return {
        ...example,
        text: example.text.replace(address, () => other),
        slots: { ...example.slots, address: other },
      };
    });
    return [...swapped, bare];
  });
}
