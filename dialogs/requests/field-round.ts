/** A field that is asked for anew because something was changed is another question: the same must not be put more than twice. */
export function fieldOfRound(field: string, round: number): string {
  return round === 0 ? field : `${field}.${round}`;
}

/** The field that a question of any round asks for. */
export function bareField(pending: string | null): string | null {
  return pending === null ? null : (pending.split('.')[0] ?? null);
}
