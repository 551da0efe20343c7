import { randomBytes, randomUUID } from 'node:crypto';
import { DeskCookie } from '../../../channels/desk-api/desk-cookie.ts';
import { tokenHash } from '../../../desk/accounts/staff-sessions.ts';
import { bulkInsert } from '../../../store/bulk-insert.ts';
import type { Database } from '../../../store/database.ts';
import { newConversation } from '../../../store/repositories/conversation-repository.ts';
import { newSession } from '../../../store/session-row.ts';
import { DeskCaller, type EventLine } from '../../channels/desk-api/desk-api-rig.ts';

const SKILLS = ['fault', 'billing', 'complaint', 'general'] as const;

/** Somebody at the desk in a crowd of them: signed in, reachable over any of the servers. */
export class CrowdAgent {
  readonly staffId: string;
  readonly #signedIn: ConstructorParameters<typeof DeskCaller>[1];
  #line: EventLine | null = null;

  constructor(staffId: string, given: { readonly token: string; readonly csrf: string }) {
    this.staffId = staffId;
    const cookie = new DeskCookie({ secure: false }).set(given.token, 1000).split(';')[0] ?? '';
    this.#signedIn = { cookie, csrf: given.csrf, actor: { staffId, deskName: staffId, roles: ['agent'] } };
  }

  get isThere(): boolean {
    return this.#line !== null;
  }

  at(base: string): DeskCaller {
    return new DeskCaller(base, this.#signedIn);
  }

  /** Opens a desk, whose line of events is the heartbeat. */
  async come(base: string): Promise<void> {
    this.#line?.close();
    this.#line = await this.at(base).follow();
  }

  /** Closes the desk without a word. */
  drop(): void {
    this.#line?.close();
    this.#line = null;
  }
}

/** People who can sign in; every third names a language, every fourth is a supervisor too. Their names at the desk are their ids. */
export async function hireCrowd(database: Database, size: number): Promise<CrowdAgent[]> {
  const now = Date.now();
  const people = Array.from({ length: size }, (_, index) => ({
    index,
    id: `crowd-${index}`,
    token: randomBytes(32).toString('base64url'),
    csrf: randomBytes(16).toString('base64url'),
  }));
  await bulkInsert(
    database,
    'staff',
    people.map(({ id, index }) => ({
      ...{ id, login: id, name: id, desk_name: id, password_hash: '' },
      roles: JSON.stringify(index % 4 === 0 ? ['agent', 'supervisor'] : ['agent']),
      skills: JSON.stringify([SKILLS[index % 4], SKILLS[(index + 1) % 4], ...(index % 3 === 0 ? ['zh'] : [])]),
      ...{ capacity: 1 + (index % 5), active: 1, created_at: now },
    })),
  );
  await bulkInsert(
    database,
    'staff_session',
    people.map(({ id, token, csrf }) => ({
      ...{ token_hash: tokenHash(token), id: tokenHash(id), staff_id: id, csrf, device: '', address: '' },
      ...{
        method: 'password' as const,
        created_at: now,
        last_seen_at: now,
        expires_at: now + 3_600_000,
        proved_at: now,
      },
    })),
  );
  return people.map(({ id, token, csrf }) => new CrowdAgent(id, { token, csrf }));
}

/** Conversations whose customers wait for a person; their ids are their sessions'. */
export async function queueCrowd(database: Database, size: number): Promise<string[]> {
  const now = Date.now();
  const ids = Array.from({ length: size }, () => randomUUID());
  await bulkInsert(
    database,
    'conversation',
    ids.map((id) => ({
      ...newConversation({
        id,
        channel: 'directline',
        thread: id,
        userId: 'dl_x',
        userName: null,
        reference: null,
        now,
      }),
      session_id: id,
    })),
  );
  await bulkInsert(
    database,
    'service_session',
    ids.map((id, index) => ({
      ...newSession(id, id, now),
      state: 'queued' as const,
      queued_at: now + (index % 50),
      skill: SKILLS[index % 4] ?? 'general',
      severity: (['P1', 'P2', 'P3', 'P4', null] as const)[index % 5] ?? null,
      language: (['zh-Hans', 'en', 'yue', null] as const)[index % 4] ?? null,
      special_need: Number(index % 7 === 0),
    })),
  );
  return ids;
}
