import fc from 'fast-check';

/** A JSON value with something in it taken away, put in or changed for something else: often no longer what it was. */
export function spoilt(value: unknown): fc.Arbitrary<unknown> {
  const paths = pathsOf(value);
  const junk = fc.constantFrom<unknown>(undefined, null, '', 'word', 0, -1, 1.5, true, [], {}, ['word'], [{}]);
  const change = fc.record({ path: fc.constantFrom(...paths), junk });
  return fc.array(change, { maxLength: 2 }).map((changes) => {
    const copy: unknown = structuredClone(value);
    for (const { path, junk: put } of changes) place(copy, path, put);
    return copy;
  });
}

type Path = readonly (string | number)[];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const below = Object.entries(value).flatMap(([key, field]) => pathsOf(field, [...path, key]));
  return path.length === 0 ? below : [path, ...below];
}

function place(value: unknown, path: Path, put: unknown): void {
  const [key, ...rest] = path;
  if (typeof value !== 'object' || value === null || key === undefined) return;
  if (rest.length > 0) place(Reflect.get(value, key), rest, put);
  else if (put === undefined && !Array.isArray(value)) Reflect.deleteProperty(value, key);
  else Reflect.set(value, key, put);
}
