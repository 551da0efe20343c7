import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { Row } from '../database.ts';

const MOST_KEPT = 1000;

interface Prepared {
  readonly statement: StatementSync;
  readonly returnsRows: boolean;
}

/** What came of one statement: the rows returned, and how many rows were returned or changed. */
export interface Ran {
  readonly rows: readonly Row[];
  readonly touched: number;
}

/** Statements of one connection, each text prepared once. */
export class PreparedStatements {
  readonly #database: DatabaseSync;
  readonly #prepared = new Map<string, Prepared>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  run(sql: string, parameters: readonly unknown[]): Ran {
    const { statement, returnsRows } = this.#prepare(sql);
    const input = parameters as SQLInputValue[];
    if (!returnsRows) return { rows: NO_ROWS, touched: Number(statement.run(...input).changes) };
    const rows = statement.all(...input) as Row[];
    return { rows, touched: rows.length };
  }

  #prepare(sql: string): Prepared {
    const known = this.#prepared.get(sql);
    if (known) return known;
    const statement = this.#database.prepare(sql);
    const prepared = { statement, returnsRows: statement.columns().length > 0 };
    if (this.#prepared.size >= MOST_KEPT) this.#prepared.clear();
    this.#prepared.set(sql, prepared);
    return prepared;
  }
}

const NO_ROWS: readonly Row[] = [];
