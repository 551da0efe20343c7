import { type CreateTableBuilder, type Kysely, sql } from 'kysely';

type Columns = Readonly<Record<string, 'text' | 'int' | 'real' | 'bytes'>>;

/** A table as both engines are to have it. */
export interface TableShape {
  readonly columns: Columns;
  /** Columns that may be null. */
  readonly nullable?: readonly string[];
  readonly key: readonly string[];
  readonly indexes?: readonly { on: readonly string[]; unique?: true; where?: string }[];
}

/** Makes tables with their indexes, by the same statements on both engines. */
export async function createTables(db: Kysely<unknown>, tables: Readonly<Record<string, TableShape>>): Promise<void> {
  for (const [name, shape] of Object.entries(tables)) {
    await createTable(db, name, shape);
    for (const index of shape.indexes ?? []) await createIndex(db, name, index);
  }
}

/** `bigint` has integer affinity on SQLite and 64 bits on PostgreSQL; `bytea` keeps blobs as they are on both. */
const TYPES = { text: 'text', int: 'bigint', real: 'double precision', bytes: 'bytea' } as const;

async function createTable(db: Kysely<unknown>, name: string, shape: TableShape): Promise<void> {
  let table = db.schema.createTable(name) as CreateTableBuilder<string, string>;
  for (const [column, type] of Object.entries(shape.columns)) {
    table = table.addColumn(column, sql.raw(TYPES[type]), (definition) =>
      shape.nullable?.includes(column) ? definition : definition.notNull(),
    );
  }
  await table.addPrimaryKeyConstraint(`${name}_pk`, [...shape.key]).execute();
}

async function createIndex(
  db: Kysely<unknown>,
  table: string,
  { on, unique, where }: { on: readonly string[]; unique?: true; where?: string },
): Promise<void> {
  const name = `${table}_${on.join('_')}`;
  const condition = where ? ` where ${where}` : '';
  await sql
    .raw(
      `create ${unique ? 'unique ' : ''}index ${name}${where ? '_some' : ''} on ${table} (${on.join(', ')})${condition}`,
    )
    .execute(db);
}
