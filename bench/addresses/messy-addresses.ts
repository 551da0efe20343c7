import { readFileSync } from 'node:fs';

export interface MessyAddress {
  readonly premisesId: string;
  /** As somebody types it. */
  readonly words: string;
}

/** Addresses as people write them, each with the demo premises that is meant: data/addresses/messy.tsv. */
export function readMessyAddresses(): MessyAddress[] {
  const file = new URL('../../data/addresses/messy.tsv', import.meta.url);
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line, at) => {
      const [premisesId, words] = line.split('\t');
      if (!premisesId || !words) throw new Error(`data/addresses/messy.tsv:${at + 1}: premises and words, with a tab`);
      return { premisesId, words };
    });
}
