import type { Compilable, Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** What a column may hold. Anything else is refused before it reaches an engine: node:sqlite would misread a Date in silence. */
export type SqlValue = string | number | null | Uint8Array;

/** One compiled statement of a commit, as plain data: it can cross to a worker thread or go down a pipeline. */
export interface Statement {
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
  /** Rows that it must touch or return; any number where absent. */
  readonly expect?: number;
  /** What it means when it does not, for example `version` or `duplicate`. */
  readonly refusal?: string;
}

export type Row = Readonly<Record<string, SqlValue>>;
export type CommitOutcome =
  | { readonly ok: true; readonly rows: readonly (readonly Row[])[] }
  /** Nothing was written: statement `index` did not touch the rows it must. */
  | { readonly ok: false; readonly index: number; readonly refusal: string };

/**
 * A database with one set of queries on two engines. Everything is read through `query`, or through `read` where it is asked
 * so often that it is compiled beforehand, and written through `commit`: all statements of a commit stand or fall together, in one short transaction without anything slow in it.
 */
export interface Database {
  readonly engine: 'sqlite' | 'postgres';
  /** How durable an acknowledged commit is, in words for operators and benchmarks. */
  readonly durability: string;
  readonly query: Kysely<Tables>;
  /**
   * Reads in one round trip, in the order given: what is read later is at least as new. Rejects as `query` does, with the
   * engine's own error.
   */
  read(statements: readonly Statement[]): Promise<readonly (readonly Row[])[]>;
  /** Rejects with StoreError where the engine fails; a row count that is not as expected is an outcome, not an error. */
  commit(statements: readonly Statement[]): Promise<CommitOutcome>;
  /** Resolves when a trivial query has been answered; rejects when the engine can't be reached. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Compiles a Kysely query into a statement of a commit. Throws StoreError('value') on a value no column may hold. */
export function statement(query: Compilable, expectation: { expect?: number; refusal?: string } = {}): Statement {
  const { sql, parameters } = query.compile();
  for (const value of parameters) {
    if (!isSqlValue(value)) throw new StoreError('value', `not a value a column may hold: ${describe(value)}`);
  }
  return { sql, parameters: parameters as readonly SqlValue[], ...expectation };
}

function isSqlValue(value: unknown): value is SqlValue {
  if (value === null || typeof value === 'string' || value instanceof Uint8Array) return true;
  return typeof value === 'number' && Number.isFinite(value);
}

function describe(value: unknown): string {
  return typeof value === 'object' ? (value?.constructor?.name ?? 'object') : typeof value;
}

export type StoreErrorCode = 'value' | 'engine' | 'unreachable' | 'locked' | 'closed' | 'schema';

/** A fault of the store. `code` is stable; `cause` is the engine's own error. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;
  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreError';
    this.code = code;
  }
}
