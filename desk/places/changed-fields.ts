import type { SqlValue } from '../../store/database.ts';

export interface ChangedField {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

type Row = Readonly<Record<string, SqlValue>>;

/** What differs between a row and what it becomes; of one that is new, or taken away, all that it has. */
export function changedFields(before: object | null, after: object | null): ChangedField[] {
  const [old, fresh] = [(before ?? {}) as Row, (after ?? {}) as Row];
  const fields = [...new Set([...Object.keys(old), ...Object.keys(fresh)])];
  return fields
    .filter((field) => field !== 'version' && field !== 'id' && (old[field] ?? null) !== (fresh[field] ?? null))
    .map((field) => ({ field, before: textOf(old[field]), after: textOf(fresh[field]) }));
}

function textOf(value: SqlValue | undefined): string | null {
  return value === undefined || value === null ? null : String(value);
}
