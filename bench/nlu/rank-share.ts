/** The area under the ROC curve: how often one of `inside` scores above one of `outside`; ties count half. Shares from 0 to 1. */
export function rankShare(inside: readonly number[], outside: readonly number[]): number {
  const all = [...inside.map((score) => ({ score, own: true })), ...outside.map((score) => ({ score, own: false }))];
  all.sort((left, right) => left.score - right.score);
  let wins = 0;
  let below = 0;
  for (let at = 0; at < all.length; ) {
    let end = at;
    let own = 0;
    while (end < all.length && all[end]?.score === all[at]?.score) {
      if (all[end]?.own === true) own += 1;
      end += 1;
    }
    const others = end - at - own;
    wins += own * (below + others / 2);
    below += others;
    at = end;
  }
  return wins / (inside.length * outside.length);
}
