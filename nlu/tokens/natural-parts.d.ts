/** The parts of natural that are used, by path: the whole package costs 1.5 s and 120 MB. */
declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const stemmer: { stem(word: string): string };
  export default stemmer;
}
declare module 'natural/lib/natural/tokenizers/regexp_tokenizer.js' {
  export class RegexpTokenizer {
    constructor(options: { pattern: RegExp; gaps: boolean });
    /** Null where nothing matches. */
    tokenize(text: string): string[] | null;
  }
}
declare module 'natural/lib/natural/ngrams/ngrams.js' {
  export function ngrams<T>(sequence: readonly T[], n: number, start: T | null, end: T | null): T[][];
}
declare module 'natural/lib/natural/distance/levenshtein_distance.js' {
  interface Costs {
    insertion_cost?: number;
    deletion_cost?: number;
    substitution_cost?: number;
    transposition_cost?: number;
    restricted?: boolean;
  }
  export function DamerauLevenshteinDistance(source: string, target: string, costs?: Costs): number;
}
declare module 'natural/lib/natural/distance/jaro-winkler_distance.js' {
  /** 0 (nothing in common) to 1 (equal). */
  export default function jaroWinkler(left: string, right: string, options?: { ignoreCase?: boolean }): number;
}
declare module 'natural/lib/natural/distance/dice_coefficient.js' {
  /** 0 to 1: the share of letter pairs in common. */
  export default function diceCoefficient(left: string, right: string): number;
}
