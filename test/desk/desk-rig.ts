import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AccountParts, openAccountParts } from '../../desk/accounts/account-parts.ts';
import type { Actor } from '../../desk/actor.ts';
import type { DeskParts } from '../../desk/desk-parts.ts';
import { openDeskRepositories } from '../../desk/desk-repositories.ts';
import { LearningBook } from '../../dialogs/learning/learning-book.ts';
import type { StaffRole } from '../../domain/desk/rights.ts';
import { type Database, statement } from '../../store/database.ts';
import { migrate } from '../../store/migrate.ts';
import { MemoryNerve } from '../../store/nerve/memory-nerve.ts';
import { newConversation, type ServiceSession } from '../../store/repositories/conversation-repository.ts';
import { openSqlite } from '../../store/sqlite/open-sqlite.ts';
import { Transcript } from '../../store/transcript.ts';
import { TurnStatements } from '../../store/unit-of-work.ts';
import type { OpenEngine } from '../contract/engines.ts';
import { EXAMPLE_STANDARDS } from '../domain/tickets/example-standards.ts';

export const RIG_NOW = Date.parse('2026-11-24T10:00:00+08:00');

export interface RigSession {
  readonly sessionId: string;
  readonly conversationId: string;
}

/** The desk over a store (the embedded one in a temporary folder unless another is given), with a clock that tests move. */
export class DeskRig {
  readonly database: Database;
  readonly nerve: MemoryNerve;
  readonly parts: DeskParts;
  readonly statements: TurnStatements;
  readonly accounts: AccountParts;
  /** Conversations that were woken for the bot, in order. */
  readonly woken: string[] = [];
  now = RIG_NOW;
  readonly #dispose: () => Promise<void>;

  constructor({ database, close }: OpenEngine) {
    this.#dispose = close;
    this.database = database;
    this.nerve = new MemoryNerve(() => this.now);
    this.statements = new TurnStatements(this.database, new Transcript(this.database));
    const repositories = openDeskRepositories(this.database);
    this.parts = {
      database: this.database,
      repositories,
      understand: understandNothing,
      learning: new LearningBook({ candidates: repositories.candidates, model: 'rig' }),
      statements: this.statements,
      standards: EXAMPLE_STANDARDS,
      terms: { assignment: 'pull', graceSeconds: 60, callbackHours: 2 },
      nerve: this.nerve,
      now: () => this.now,
      newId: randomUUID,
      wake: (conversationId) => this.woken.push(conversationId),
    };
    this.accounts = openAccountParts(this.parts, { secretsKey: null, totpRoles: [], issuer: 'Example Power' });
  }

  static async open(): Promise<DeskRig> {
    return new DeskRig(await temporarySqlite());
  }

  async close(): Promise<void> {
    await this.nerve.close();
    await this.#dispose();
  }

  /** A member of staff who can't sign in, for want of a password. */
  async hire(
    roles: readonly StaffRole[] = ['agent'],
    id: string = randomUUID(),
    { skills = [], capacity = 4 }: { readonly skills?: readonly string[]; readonly capacity?: number } = {},
  ): Promise<Actor> {
    const deskName = `Desk ${id.slice(0, 4)}`;
    await this.database.commit([
      this.parts.repositories.staff.addUnlessThere({
        id,
        login: id,
        name: `Name ${id.slice(0, 4)}`,
        desk_name: deskName,
        password_hash: '',
        roles: JSON.stringify(roles),
        skills: JSON.stringify(skills),
        capacity,
        active: 1,
        created_at: this.now,
      }),
    ]);
    return { staffId: id, deskName, roles };
  }

  /** A conversation with an open session in which the customer has said one thing that was handled. */
  async serve(
    given: Partial<ServiceSession> & { reference?: string; userName?: string; words?: string } = {},
  ): Promise<RigSession> {
    const { reference = null, userName = null, words = '停电了', ...change } = given;
    const conversationId = randomUUID();
    const sessionId = randomUUID();
    const conversation = {
      ...newConversation({
        id: conversationId,
        channel: reference ? 'telegram' : 'directline',
        thread: conversationId,
        userId: 'dl_customer',
        userName,
        reference,
        now: this.now,
      }),
      session_id: sessionId,
    };
    const { query } = this.database;
    await this.database.commit([
      statement(query.insertInto('conversation').values(conversation)),
      statement(
        query.insertInto('service_session').values({
          ...emptySession({ id: sessionId, conversationId, now: this.now }),
          ...change,
        }),
      ),
      ...this.statements.transcript.append(conversationId, [
        {
          author: 'customer',
          authorId: 'dl_customer',
          sessionId,
          body: JSON.stringify({ type: 'message', text: words }),
          at: this.now,
          handling: 'none',
        },
      ]),
    ]);
    return { sessionId, conversationId };
  }

  /** The customer writes, and nothing handles it. */
  async customerSays({ sessionId, conversationId }: RigSession, text = '在吗'): Promise<void> {
    await this.database.commit(
      this.statements.transcript.append(conversationId, [
        {
          author: 'customer',
          authorId: 'dl_customer',
          sessionId,
          body: JSON.stringify({ type: 'message', text }),
          at: this.now,
          handling: 'none',
        },
      ]),
    );
  }

  async session(id: string): Promise<ServiceSession> {
    return this.database.query.selectFrom('service_session').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  }

  transcript(conversationId: string) {
    return this.parts.repositories.conversations.transcriptAfter(conversationId, 0, 1000);
  }

  /** Actions noted about a subject, oldest first. */
  async audited(subject: string): Promise<string[]> {
    const rows = await this.database.query
      .selectFrom('audit')
      .select(['action', 'actor'])
      .where('subject', '=', subject)
      .orderBy('at')
      .execute();
    return rows.map(({ action, actor }) => `${actor} ${action}`);
  }

  /** All that is published on a topic from now on, parsed. */
  listen(topic: string): unknown[] {
    const heard: unknown[] = [];
    this.nerve.subscribe(topic, (message) => heard.push(JSON.parse(message)));
    return heard;
  }
}

/** An engine that makes the same of every message. */
const understandNothing: DeskParts['understand'] = (text) => ({
  text,
  language: 'zh-Hans',
  intent: 'out_of_scope',
  confidence: 0.3,
  alternatives: [{ intent: 'report_outage', confidence: 0.2 }],
  slots: {},
  fault: null,
  severity: null,
  evidence: [],
});

/** Published messages arrive after the present moment. */
export function arrived(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5));
}

function emptySession(given: { id: string; conversationId: string; now: number }): ServiceSession {
  return {
    id: given.id,
    conversation_id: given.conversationId,
    state: 'queued',
    agent_id: null,
    skill: 'general',
    severity: null,
    language: null,
    intent: null,
    summary: null,
    opened_at: given.now,
    last_activity_at: given.now,
    queued_at: given.now,
    assigned_at: null,
    first_response_at: null,
    closed_at: null,
    closed_by: null,
    disposition: null,
    corrections: null,
    special_need: 0,
    returned_at: null,
    given_back_by: null,
    shown_as: null,
  };
}

/** The embedded engine in a folder of its own, which goes with it; not safe against a power cut, and faster for it. */
export async function temporarySqlite(): Promise<OpenEngine> {
  const folder = mkdtempSync(join(tmpdir(), 'switchboard-desk-'));
  const database = openSqlite({ folder, synchronous: 'NORMAL' });
  await migrate(database);
  return {
    database,
    async close() {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
