import type { Insertable } from 'kysely';
import type { Database, SqlValue } from './database.ts';
import { StoreError, statement } from './database.ts';
import type { Tables } from './tables.ts';

/** Parameters a statement may have on either engine, with room. */
export const MOST_PARAMETERS = 20_000;

/** Inserts many rows of one table, in statements of many rows and commits of many statements. All of a commit's rows or none. */
export async function bulkInsert<T extends keyof Tables>(
  database: Database,
  table: T,
  rows: readonly Insertable<Tables[T]>[],
): Promise<void> {
  const first = rows[0] as Record<string, SqlValue> | undefined;
  if (!first) return;
  const size = Math.max(1, Math.floor(MOST_PARAMETERS / Object.keys(first).length));
  for (let from = 0; from < rows.length; from += size) {
    const chunk = rows.slice(from, from + size);
    const insert = database.query.insertInto(table).values(chunk as never);
    const outcome = await database.commit([statement(insert, { expect: chunk.length })]);
    if (!outcome.ok) throw new StoreError('engine', `rows of ${table} were not inserted`);
  }
}
