import simplifiedEntries from 'opencc-js/dict/STCharacters';
import traditionalEntries from 'opencc-js/dict/TSCharacters';

/** What OpenCC's character tables tell about the two scripts. */
export interface ChineseScripts {
  /** Characters that only traditional writing has. */
  readonly simplifiedOf: ReadonlyMap<string, string>;
  /** Characters that only simplified writing has. */
  readonly simplifiedOnly: ReadonlySet<string>;
  /** Other spellings of one character, which tell nothing of the script. */
  readonly variantOf: ReadonlyMap<string, string>;
}

const VARIANTS: readonly (readonly [string, string])[] = [
  ['著', '着'],
  ['妳', '你'],
  ['祇', '只'],
  ['俾', '畀'],
  ['搵', '揾'],
  ['嘑', '呼'],
];

/** OpenCC gives these another traditional form, but traditional writing uses them as well: they tell nothing. */
const IN_BOTH = new Set('里后面台干云系只吃着才');

/**
 * Pairs of unequal length in UTF-16 are left out, so that offsets hold; they are rare characters outside the basic
 * plane. Of several traditional forms of one character the table keeps whichever stands, all to the same end.
 */
export function chineseScripts(): ChineseScripts {
  const variantOf = new Map(VARIANTS);
  const simplifiedOf = new Map<string, string>();
  for (const [from, to] of entriesOf(traditionalEntries)) {
    const target = to[0];
    if (target !== undefined && target !== from && target.length === from.length && !variantOf.has(from)) {
      simplifiedOf.set(from, target);
    }
  }
  const simplifiedOnly = new Set<string>();
  for (const [from, to] of entriesOf(simplifiedEntries)) {
    if (!to.includes(from) && !simplifiedOf.has(from) && !IN_BOTH.has(from)) simplifiedOnly.add(from);
  }
  return { simplifiedOf, simplifiedOnly, variantOf };
}

function entriesOf(table: string): [string, string[]][] {
  return table.split('|').map((entry) => {
    const [from = '', ...to] = entry.split(' ');
    return [from, to];
  });
}
