import { randomUUID } from 'node:crypto';
import { type Database, statement } from '../../store/database.ts';
import { AuditRepository } from '../../store/repositories/audit-repository.ts';
import { newConversation } from '../../store/repositories/conversation-repository.ts';
import { FollowUpRepository } from '../../store/repositories/follow-up-repository.ts';
import { RatingRepository } from '../../store/repositories/rating-repository.ts';
import { newSession } from '../../store/session-row.ts';

const HOUR_MS = 3_600_000;
const SKILLS = ['fault', 'billing', 'complaint', 'general'] as const;
const SAID = ['等了一整天没人来', '说得清楚，谢谢', null, '客服很耐心', 'Quick and kind', '还是没弄明白电费怎么算的'];

/** Some weeks of service that was given and rated, ending at `now`; the same each time but for ids. */
export async function seedService(
  database: Database,
  { logins, count, now }: { readonly logins: readonly string[]; readonly count: number; readonly now: number },
): Promise<void> {
  const staff = await database.query.selectFrom('staff').select(['id', 'login']).where('login', 'in', logins).execute();
  const agents = [null, ...staff.toSorted((a, b) => a.login.localeCompare(b.login)).map(({ id }) => id)];
  for (let index = 0; index < count; index += 1) {
    const closedAt = now - ((index * 7) % 29) * 24 * HOUR_MS - ((index * 5) % 11) * HOUR_MS;
    await database.commit(oneService(database, { index, closedAt, agentId: agents[index % agents.length] ?? null }));
  }
}

function oneService(
  database: Database,
  { index, closedAt, agentId }: { readonly index: number; readonly closedAt: number; readonly agentId: string | null },
) {
  const { query } = database;
  const [conversationId, sessionId] = [randomUUID(), randomUUID()];
  const minutes = (count: number) => closedAt - count * 60_000;
  const person = agentId !== null;
  const taken = 24.7 - ((index * 13) % 17) / 4;
  const session = {
    ...newSession(sessionId, conversationId, minutes(30)),
    ...{
      state: 'closed' as const,
      agent_id: agentId,
      skill: SKILLS[(index * 3) % 4] ?? 'general',
      language: 'zh-Hans',
    },
    ...{
      intent: 'ask_bill',
      queued_at: person ? minutes(25) : null,
      assigned_at: person ? minutes(taken) : null,
    },
    ...{
      first_response_at: person ? minutes(taken - 0.4) : null,
      closed_at: closedAt,
      last_activity_at: closedAt,
    },
    ...{ closed_by: person ? ('agent' as const) : ('bot' as const), disposition: 'enquiry' },
  };
  const thread = {
    id: conversationId,
    channel: 'directline',
    thread: conversationId,
    userId: 'dl_seed',
    userName: null,
  };
  const score = [5, 4, 5, 1, 5, 3, 4, 2, 5, 4, 5][(index * 4) % 11] ?? 5;
  const rating = { session_id: sessionId, conversation_id: conversationId, agent_id: agentId, score };
  const words = SAID[index % SAID.length] ?? null;
  const rated = index % 3 !== 2;
  const audit = new AuditRepository(database);
  return [
    statement(
      query.insertInto('conversation').values(newConversation({ ...thread, reference: null, now: minutes(30) })),
    ),
    statement(query.insertInto('service_session').values(session)),
    ...(rated
      ? [
          new RatingRepository(database).rate({
            ...rating,
            words,
            language: 'zh-Hans',
            created_at: closedAt,
            seq: null,
          }),
        ]
      : []),
    ...(rated && score <= 2
      ? new FollowUpRepository(database).open(sessionId, { rated: agentId, score, at: closedAt })
      : []),
    ...(agentId === null
      ? []
      : ['looked', 'session.claimed', 'session.closed'].map((action, step) =>
          audit.add({
            ...{
              id: randomUUID(),
              at: minutes([25, taken, 0][step] ?? 0),
              actor: agentId,
              action,
              subject: `session:${sessionId}`,
            },
            ...(action === 'session.closed' ? { detail: { disposition: 'enquiry' } } : {}),
          }),
        )),
  ];
}
