/**
 * Terms of the lexicon, written short: blanks divide terms, `{a|b}` stands for either, `{a|b}?` for either or nothing, `_` for a blank inside a term,
 * `*` at the end of a Latin term for any ending.
 */
export function expandTerms(source: string): string[] {
  return source
    .split(/\s+/)
    .filter((term) => term !== '')
    .flatMap(expandBraces)
    .map((term) => term.replaceAll('_', ' '));
}

function expandBraces(term: string): string[] {
  const open = term.indexOf('{');
  const close = term.indexOf('}', open);
  if (open < 0 || close < 0) return [term];
  const optional = term[close + 1] === '?';
  const rests = expandBraces(term.slice(close + (optional ? 2 : 1)));
  const choices = term.slice(open + 1, close).split('|');
  return [...choices, ...(optional ? [''] : [])].flatMap((choice) =>
    rests.map((rest) => term.slice(0, open) + choice + rest),
  );
}
