/** A term of the lexicon in all its wordings: one of each part's choices after the other. */
export interface LexiconTerm {
  readonly parts: readonly (readonly string[])[];
  /** Whether any ending may follow a Latin term. */
  readonly open: boolean;
}

/**
 * Terms of the lexicon, written short: blanks divide terms, `{a|b}` stands for either, `{a|b}?` for either or nothing, `_` for a blank inside a term,
 * `*` at the end of a Latin term for any ending.
 */
export function readTerms(source: string): LexiconTerm[] {
  return source
    .split(/\s+/)
    .filter((term) => term !== '')
    .map((term) => ({ parts: partsOf(term.replace(/\*$/, '').replaceAll('_', ' ')), open: term.endsWith('*') }));
}

function partsOf(term: string): string[][] {
  return [...term.matchAll(/\{([^}]*)\}(\?)?|[^{]+|\{/g)].map(([part, choices, optional]) => {
    if (choices === undefined) return [part];
    return [...choices.split('|'), ...(optional === undefined ? [] : [''])];
  });
}
