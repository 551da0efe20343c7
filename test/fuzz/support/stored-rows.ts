import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Tables whose rows change by themselves: when somebody was last seen. They are only counted. */
const COUNTED = new Set(['staff_session', 'agent_presence']);

/** Tables that jobs in the background keep: who does them, and the chain behind the audit log, whose entries are looked at. */
const KEPT_BEHIND = new Set(['claim', 'audit_link', 'audit_pending']);

/** Looks into a running server's embedded database from outside, to see whether a refused request has left something. */
export class StoredRows {
  readonly #connection: DatabaseSync;
  readonly #tables: readonly string[];
  #version = -1;
  #known = '';

  constructor(folder: string) {
    this.#connection = new DatabaseSync(join(folder, 'switchboard.db'), { readOnly: true, timeout: 5000 });
    const names = this.all("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'");
    this.#tables = names.map(({ name }) => String(name));
  }

  all(sql: string): Record<string, unknown>[] {
    return this.#connection.prepare(sql).all();
  }

  /** What stands in the tables, as one hash; read anew only where something was committed since. */
  fingerprint(without: readonly string[] = []): string {
    const version = Number(this.all('pragma data_version')[0]?.data_version);
    if (version === this.#version && without.length === 0) return this.#known;
    const hash = createHash('sha256');
    for (const table of this.#tables) {
      if (without.includes(table) || KEPT_BEHIND.has(table)) continue;
      const columns = COUNTED.has(table) ? 'count(*)' : '*';
      for (const row of this.#connection.prepare(`select ${columns} from "${table}"`).iterate()) {
        hash.update(JSON.stringify(row));
      }
      hash.update(table);
    }
    const print = hash.digest('hex');
    if (without.length === 0) [this.#version, this.#known] = [version, print];
    return print;
  }

  /** Resolves when every message that was taken in has been handled. */
  async settled(): Promise<void> {
    for (const end = Date.now() + 30_000; Date.now() < end; ) {
      if (this.all("select 1 from activity where handling = 'pending' limit 1").length === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    throw new Error('messages were not handled within 30 s');
  }

  /** Messages that were set aside: none, whatever they said. */
  setAside(): Record<string, unknown>[] {
    return this.all("select * from activity where handling = 'dead'");
  }

  /** Conversations whose rows are not 1, 2, 3 … up to what the conversation itself counts. */
  gapped(): Record<string, unknown>[] {
    return this.all(`select id, conversation.seq, count(activity.seq) as rows from conversation
      left join activity on activity.conversation_id = conversation.id
      group by id having rows <> conversation.seq or coalesce(max(activity.seq), 0) <> conversation.seq`);
  }

  close(): void {
    this.#connection.close();
  }
}
