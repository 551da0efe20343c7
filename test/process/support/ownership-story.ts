import { sql } from 'kysely';
import type { Database } from '../../../store/database.ts';

/** One wrong thing in what a conversation's transcript tells of who had it. */
export interface Fault {
  readonly conversationId: string;
  readonly seq: number;
  readonly what:
    | 'gap'
    | 'taken from an owner'
    | 'taken from another'
    | 'given away by nobody'
    | 'written by another'
    | 'ends otherwise';
}

interface Row {
  readonly seq: number;
  readonly author: string;
  readonly author_id: string | null;
  readonly body: string;
}

/**
 * Reads from the transcript, whose order is the truth, who had the conversation when: each owner after nobody, or handed on by
 * the last or by a supervisor. A server that still runs may give it to somebody between the one look and the other: then it is
 * read again.
 */
export async function ownershipFaults(database: Database, conversationId: string): Promise<Fault[]> {
  for (;;) {
    const before = await standing(database, conversationId);
    const rows: Row[] = await database.query
      .selectFrom('activity')
      .select(['seq', 'author', 'author_id', 'body'])
      .where('conversation_id', '=', conversationId)
      .where('seq', '<=', before.seq)
      .orderBy('seq')
      .execute();
    if ((await standing(database, conversationId)).seq !== before.seq) continue;
    const { faults, owner } = readStory(conversationId, rows);
    const isOwned = before.state === 'assigned' ? before.agent_id : null;
    const end = owner === isOwned ? [] : [{ conversationId, seq: rows.length, what: 'ends otherwise' as const }];
    return [...faults, ...end];
  }
}

function standing(database: Database, conversationId: string) {
  return database.query
    .selectFrom('service_session as session')
    .innerJoin('conversation', 'conversation.id', 'session.conversation_id')
    .select(['session.agent_id', 'session.state', 'conversation.seq'])
    .where('session.id', '=', conversationId)
    .executeTakeFirstOrThrow();
}

function readStory(conversationId: string, rows: readonly Row[]): { faults: Fault[]; owner: string | null } {
  const faults: Fault[] = [];
  let owner: string | null = null;
  let noteBy: string | null = null;
  /** From whom a supervisor has just moved it; undefined where none has. */
  let movedFrom: string | null | undefined;
  for (const [index, row] of rows.entries()) {
    const fault = (what: Fault['what']) => faults.push({ conversationId, seq: row.seq, what });
    if (row.seq !== index + 1) fault('gap');
    const { type, name, value } = JSON.parse(row.body) as {
      type: string;
      name?: string;
      value?: { speaker?: string; name?: string; from?: string | null };
    };
    if (row.author === 'agent' && type === 'message' && row.author_id !== owner) fault('written by another');
    if (name === 'status') {
      const next: string | null = value?.speaker === 'agent' ? (value.name ?? null) : null;
      if (movedFrom !== undefined && movedFrom !== owner) fault('taken from another');
      if (movedFrom === undefined && next !== null && owner !== null && noteBy !== owner) fault('taken from an owner');
      if (movedFrom === undefined && next === null && owner === null) fault('given away by nobody');
      owner = next;
    }
    noteBy = name === 'note' ? row.author_id : null;
    movedFrom = name === 'moved' ? (value?.from ?? null) : undefined;
  }
  return { faults, owner };
}

/** What must hold at any moment, asked in one query: an owner where and only where it is assigned, known to its conversation, and nobody with more than they can take but who takes by hand. */
export async function brokenInvariants(database: Database): Promise<unknown[]> {
  const { rows } = await sql`
    select s.id, 'owner' as what from service_session s
      where s.state <> 'closed' and (s.state = 'assigned') <> (s.agent_id is not null)
    union all
    select s.id, 'adrift' from service_session s join conversation c on c.id = s.conversation_id
      where s.state <> 'closed' and c.session_id is distinct from s.id
    union all
    select s.agent_id, 'overloaded' from service_session s join staff on staff.id = s.agent_id
      where s.state = 'assigned' and cast(substr(staff.id, 7) as integer) % 4 <> 0 and staff.id like 'crowd-%'
      group by s.agent_id, staff.capacity having count(*) > staff.capacity`.execute(database.query);
  return rows;
}
