import fc from 'fast-check';
import { HOSTILE_TEXTS } from './hostile-texts.ts';

const LIGHTS = '💡'.repeat(25_000);

/** Values that no field expects: of every type, of absurd sizes, and texts that mean something to somebody. */
export const hostileValues: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    ...[null, true, false, 0, -1, 1.5, 1e308, -1e308, Number.MAX_SAFE_INTEGER, 2 ** 53, 5e-324],
    ...['', ' ', '0', 'null', 'true', '-1', '１', '٣', '1e5', '0x10', 'NaN', [], {}, [[]], [null], { a: { b: [] } }],
    ...['x'.repeat(300), '字'.repeat(5000), LIGHTS, Array(2000).fill(0), { toString: 1, valueOf: 2, constructor: 3 }],
  ),
  fc.constantFrom(...HOSTILE_TEXTS),
  fc.jsonValue({ maxDepth: 3 }),
);

/** A value with one part changed, taken away, added or wrapped. */
export function spoilt(value: unknown): fc.Arbitrary<unknown> {
  const inside =
    typeof value === 'object' && value !== null && Object.keys(value).length > 0
      ? [fc.constantFrom(...Object.keys(value)).chain((key) => spoiltAt(value as Record<string, unknown>, key))]
      : [];
  return fc.oneof(
    ...inside,
    hostileValues,
    fc.constant([value]),
    fc.tuple(fc.constantFrom('x', 'id', '__proto__', 'constructor', 'type', ''), hostileValues).map(([name, added]) =>
      // As data of its own: a literal `__proto__` would be the prototype.
      Object.defineProperty({ ...Object(value) }, name, { value: added, enumerable: true }),
    ),
  );
}

function spoiltAt(value: Record<string, unknown>, key: string): fc.Arbitrary<unknown> {
  const { [key]: part, ...rest } = value;
  return fc.oneof(
    fc.constant(rest),
    spoilt(part).map((changed) =>
      Array.isArray(value) ? Object.values({ ...value, [key]: changed }) : { ...value, [key]: changed },
    ),
  );
}

/** A body that no encoder of good will makes, out of one that it does. */
export function brokenBytes(json: string): fc.Arbitrary<Buffer> {
  const bytes = Buffer.from(json);
  const cut = fc.integer({ min: 0, max: Math.max(0, bytes.length - 1) });
  return fc.oneof(
    cut.map((at) => bytes.subarray(0, at)),
    cut.map((at) => Buffer.concat([bytes.subarray(0, at), Buffer.from([0xff, 0xfe]), bytes.subarray(at)])),
    cut.map((at) => Buffer.concat([bytes.subarray(0, at), Buffer.from([0]), bytes.subarray(at)])),
    fc.constantFrom(...BROKEN),
    fc.uint8Array({ maxLength: 64 }).map((noise) => Buffer.from(noise)),
  );
}

const BROKEN: readonly Buffer[] = [
  '{"a":1,"a":2}',
  '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"x":1}}}',
  '{"text":"\\ud83d"}',
  '{"text":"\\udc00\\ud800"}',
  '{"text":"\\u0000\\u0008"}',
  '{"text":"\u0000"}',
  '\ufeff{}',
  '{"a":1}{"a":2}',
  "{'a':1}",
  '{a:1}',
  '{"a":NaN}',
  '{"a":1e999}',
  '{"a":0123}',
  '{"a":1,}',
  '[]',
  'null',
  '"text"',
  '0',
  ' ',
  '<xml/>',
  `${'['.repeat(100_000)}`,
  `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
  `{"a":"${LIGHTS}"}`,
  `{"${'k'.repeat(50_000)}":1}`,
  `{${Array.from({ length: 5000 }, (_, at) => `"k${at}":${at}`).join(',')}}`,
  `{"a":${'9'.repeat(10_000)}}`,
  `{"a":"${'x'.repeat(400_000)}"}`,
]
  .map((text) => Buffer.from(text))
  .concat([Buffer.from([0xc0, 0xaf]), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from('{"a":1}', 'utf16le')]);
