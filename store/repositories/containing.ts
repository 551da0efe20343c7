import { type RawBuilder, type SqlBool, sql } from 'kysely';

/** A column holds these words, whatever the case; what stands for "anything" in a pattern stands for itself. */
export function containing(column: string, words: string): RawBuilder<SqlBool> {
  const pattern = `%${words.toLowerCase().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return sql<SqlBool>`lower(${sql.ref(column)}) like ${pattern} escape '\\'`;
}
