import { randomUUID } from 'node:crypto';
import { type Database, statement } from '../../store/database.ts';
import { newConversation, type ServiceSession } from '../../store/repositories/conversation-repository.ts';
import { newSession } from '../../store/session-row.ts';
import { Transcript } from '../../store/transcript.ts';

const MINUTE = 60_000;

/** Somebody who waits, or whom somebody serves. */
type Seeded = Pick<ServiceSession, 'skill' | 'severity'> & {
  readonly waitedMinutes: number;
  /** The login of whoever serves them. */
  readonly by?: string;
  readonly words: string;
};

const FLOOR: readonly Seeded[] = [
  { skill: 'fault', severity: 'P1', waitedMinutes: 3, words: '电线掉在路上了' },
  { skill: 'fault', severity: 'P2', waitedMinutes: 2, words: '整栋楼都没电' },
  { skill: 'fault', severity: 'P3', waitedMinutes: 6, words: '家里停电了' },
  { skill: 'fault', severity: null, waitedMinutes: 1, words: '路灯不亮' },
  { skill: 'billing', severity: 'P4', waitedMinutes: 8, words: '电费怎么这么多' },
  { skill: 'billing', severity: 'P4', waitedMinutes: 4, words: '要开发票' },
  { skill: 'complaint', severity: 'P4', waitedMinutes: 1, words: '我要投诉' },
  { skill: 'fault', severity: 'P2', waitedMinutes: 9, by: 'agent1', words: '变压器在响' },
  { skill: 'fault', severity: 'P3', waitedMinutes: 4, by: 'agent1', words: '抢修什么时候到' },
  { skill: 'billing', severity: 'P4', waitedMinutes: 1, by: 'agent1', words: '缴费没到账' },
  { skill: 'billing', severity: 'P4', waitedMinutes: 2, by: 'agent2', words: '过户怎么办' },
];

/** A floor on which there is something to see, at `now`. */
export async function seedFloor(database: Database, now: number): Promise<void> {
  const staff = await database.query.selectFrom('staff').select(['id', 'login']).execute();
  for (const one of FLOOR) {
    const agent = staff.find(({ login }) => login === one.by)?.id ?? null;
    await database.commit(session(database, one, { agent, now }));
  }
}

function session(
  database: Database,
  { skill, severity, waitedMinutes, words }: Seeded,
  { agent, now }: { readonly agent: string | null; readonly now: number },
) {
  const { query } = database;
  const [id, sessionId] = [randomUUID(), randomUUID()];
  const at = now - waitedMinutes * MINUTE;
  const thread = { id, channel: 'directline', thread: id, userId: `dl_${id}` };
  return [
    statement(
      query
        .insertInto('conversation')
        .values({ ...newConversation({ ...thread, now: at }), session_id: sessionId, language: 'zh-Hans' }),
    ),
    statement(
      query.insertInto('service_session').values({
        ...newSession(sessionId, id, at),
        ...{ skill, severity, queued_at: at, language: 'zh-Hans' },
        ...(agent === null
          ? { state: 'queued' as const }
          : { state: 'assigned' as const, agent_id: agent, assigned_at: at }),
      }),
    ),
    ...new Transcript(database).append(id, [
      {
        ...{ author: 'customer' as const, authorId: thread.userId, sessionId, at, handling: 'none' as const },
        body: JSON.stringify({ type: 'message', text: words }),
      },
    ]),
  ];
}
