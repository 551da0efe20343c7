import type { Kysely } from 'kysely';
import { MOST_PARAMETERS } from './bulk-insert.ts';
import { type SqlValue, type Statement, statement } from './database.ts';
import type { Tables } from './tables.ts';

/** Statements that write rows by their `id`: new ones are added, those that are there replaced. All rows have the same columns. */
export function upsertRows<
  T extends 'network_device' | 'planned_outage' | 'interruption' | 'duty' | 'payment_point' | 'landmark',
>(query: Kysely<Tables>, table: T, rows: readonly Tables[T][]): Statement[] {
  const [first] = rows;
  if (!first) return [];
  const columns = Object.keys(first);
  const size = Math.floor(MOST_PARAMETERS / columns.length);
  const chunks = Array.from({ length: Math.ceil(rows.length / size) }, (_, at) =>
    rows.slice(at * size, (at + 1) * size),
  );
  return chunks.map((chunk) => {
    const insert = query.insertInto(table).values(chunk as never);
    const upsert = insert.onConflict((conflict) =>
      conflict
        .column('id' as never)
        .doUpdateSet(
          ({ ref }) =>
            Object.fromEntries(
              columns.filter((column) => column !== 'id').map((column) => [column, ref(`excluded.${column}` as never)]),
            ) as never,
        ),
    );
    return statement(upsert, { expect: chunk.length });
  });
}

type PlainRow = { readonly id: string } & Readonly<Record<string, SqlValue>>;

/** Of rows that are wanted, those that are not there yet and those that are there otherwise. */
export function changesOf<R extends { readonly id: string }>(
  existing: readonly R[],
  wanted: readonly R[],
): { readonly added: readonly R[]; readonly changed: readonly R[]; readonly same: number } {
  const byId = new Map(existing.map((row) => [row.id, row]));
  const added = wanted.filter(({ id }) => !byId.has(id));
  const changed = wanted.filter((row) => {
    const before = byId.get(row.id);
    return before !== undefined && !isSame(before as PlainRow, row as PlainRow);
  });
  return { added, changed, same: wanted.length - added.length - changed.length };
}

function isSame(before: PlainRow, after: PlainRow): boolean {
  return Object.entries(after).every(([column, value]) => before[column] === value);
}
