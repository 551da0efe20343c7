/**
 * `next` with every part that equals `previous` replaced by that very part: what has not changed keeps its identity, so
 * nothing that shows it is drawn again. For plain JSON.
 */
export function share<T>(previous: T | undefined, next: T): T;
export function share(previous: unknown, next: unknown): unknown {
  if (Object.is(previous, next)) return previous;
  if (Array.isArray(previous) && Array.isArray(next)) {
    const byId = new Map(previous.flatMap((value) => (hasId(value) ? [[value.id, value] as const] : [])));
    // The earlier element that this one is likely to be: by id where it has one, else by position.
    const shared = next.map((value, index) => share(hasId(value) ? byId.get(value.id) : previous[index], value));
    return shared.length === previous.length && shared.every((value, index) => value === previous[index])
      ? previous
      : shared;
  }
  if (isRecord(previous) && isRecord(next)) {
    const names = Object.keys(next);
    const shared = Object.fromEntries(names.map((name) => [name, share(previous[name], next[name])]));
    const same =
      names.length === Object.keys(previous).length &&
      names.every((name) => Object.hasOwn(previous, name) && shared[name] === previous[name]);
    return same ? previous : shared;
  }
  return next;
}

function hasId(value: unknown): value is { readonly id: string } {
  return isRecord(value) && typeof value.id === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
