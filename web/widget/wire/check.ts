/**
 * Type guards for what comes over the wire. The protocol's zod schemas would cost a phone 25 kB of script for the same
 * yes or no; each guard here is held to its schema by its type and by test/web/widget/wire.
 */
export type Check<T> = (value: unknown) => value is T;

export const isString: Check<string> = (value) => typeof value === 'string';
export const isBoolean: Check<boolean> = (value) => typeof value === 'boolean';
export const isNumber: Check<number> = (value): value is number => Number.isFinite(value);
export const isUnknown: Check<unknown> = (_value): _value is unknown => true;

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function oneOf<const T extends readonly unknown[]>(values: T): Check<T[number]> {
  return (value): value is T[number] => values.includes(value);
}

export function optional<T>(check: Check<T>): Check<T | undefined> {
  return (value): value is T | undefined => value === undefined || check(value);
}

export function arrayOf<T>(check: Check<T>, { min = 0, max = Number.POSITIVE_INFINITY } = {}): Check<T[]> {
  return (value): value is T[] =>
    Array.isArray(value) && value.length >= min && value.length <= max && value.every((item) => check(item));
}

/** An object with at least these fields; others may stand beside them, as a newer server may send more. */
export function objectOf<T extends object>(fields: { [K in keyof T]-?: Check<T[K]> }): Check<T> {
  const checks: [string, Check<unknown>][] = Object.entries(fields);
  return (value): value is T => isRecord(value) && checks.every(([name, check]) => check(value[name]));
}

/** A union told apart by the value of one field. */
export function taggedBy<Tag extends string, T extends Record<Tag, string>>(
  tag: Tag,
  kinds: { [K in T[Tag]]: Check<Extract<T, Record<Tag, K>>> },
): Check<T> {
  const checks = new Map<unknown, Check<unknown>>(Object.entries(kinds));
  return (value): value is T => isRecord(value) && checks.get(value[tag])?.(value) === true;
}
