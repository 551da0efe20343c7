import type { Compilable } from 'kysely';
import { type Database, type SqlValue, type Statement, statement } from './database.ts';

/** Stands for a parameter while a template is compiled. */
type Placeholder<P, K extends keyof P> = P[K];

/**
 * A statement that is compiled once and bound many times: what a turn runs thousands of times a second. `build` gets a
 * function that stands in for a named parameter.
 */
export function template<P extends Readonly<Record<string, SqlValue>>>(
  build: (parameter: <K extends keyof P & string>(name: K) => Placeholder<P, K>) => Compilable,
  expectation: { expect?: number; refusal?: string } = {},
): (values: P) => Statement {
  const compiled = statement(
    build(<K extends keyof P & string>(name: K) => `${MARK}${name}` as P[K]),
    expectation,
  );
  const slots = compiled.parameters.map((value) =>
    typeof value === 'string' && value.startsWith(MARK) ? { name: value.slice(MARK.length) } : { value },
  );
  return (values) => ({
    ...compiled,
    parameters: slots.map((slot) => ('name' in slot ? (values[slot.name] ?? null) : slot.value)),
  });
}

/** A question that is compiled once and asked many times. */
export function reading<P extends Readonly<Record<string, SqlValue>>, R>(
  database: Database,
  build: (parameter: <K extends keyof P & string>(name: K) => Placeholder<P, K>) => Compilable<R>,
): (values: P) => Promise<R[]> {
  const bind = template<P>(build);
  return async (values) => {
    const [rows = []] = await database.read([bind(values)]);
    return rows as R[];
  };
}

const MARK = '\u0000parameter:';
