import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect } from 'chai';
import { createRandom, type Random } from '../../data/demo/random.ts';
import type { Database } from '../../store/database.ts';
import { openPostgres } from '../../store/postgres/open-postgres.ts';
import { type ServerProcess, startServer, temporaryFolder } from '../support/server-process.ts';
import { freshDatabase } from '../support/start-postgres.ts';
import { type CrowdAgent, hireCrowd, queueCrowd } from './support/desk-crowd.ts';
import { brokenInvariants, ownershipFaults } from './support/ownership-story.ts';

/** `DESK_RACE=big` for the size of a large service centre. */
const {
  agents: AGENTS,
  conversations: CONVERSATIONS,
  forMs: FOR_MS,
} = process.env.DESK_RACE === 'big'
  ? { agents: 200, conversations: 2000, forMs: 180_000 }
  : { agents: 40, conversations: 300, forMs: 16_000 };
const GRACE_SECONDS = 5;
const PROFILE = resolve(import.meta.dirname, '../../data/profile');

describe(`${AGENTS} agents and ${CONVERSATIONS} conversations over two server processes`, function () {
  this.timeout(FOR_MS + 180_000);
  const folder = temporaryFolder();
  const servers: ServerProcess[] = [];
  let stored: { url: string; drop(): Promise<void> };
  let database: Database;
  let agents: CrowdAgent[];
  let conversations: string[];

  before(async function () {
    const { TEST_DATABASE_URL, TEST_REDIS_URL } = process.env;
    if (!TEST_DATABASE_URL || !TEST_REDIS_URL) return this.skip();
    stored = await freshDatabase(TEST_DATABASE_URL);
    const shared = {
      DATABASE_URL: stored.url,
      REDIS_URL: `${TEST_REDIS_URL}/5`,
      DEMO_PREMISES: '60',
      UTILITY_PROFILE: pushingProfile(folder.path),
    };
    servers.push(
      ...(await Promise.all(
        ['one', 'two'].map((name) => startServer({ ...shared, DATA_DIR: `${folder.path}/${name}` })),
      )),
    );
    database = openPostgres({ url: stored.url });
    agents = await hireCrowd(database, AGENTS);
    conversations = await queueCrowd(database, CONVERSATIONS);
  });
  after(async () => {
    for (const agent of agents ?? []) agent.drop();
    for (const server of servers) await server.kill();
    await database?.close();
    await stored?.drop();
    folder.remove();
  });

  /** Servers that have not been killed. */
  let alive: string[] = [];

  it('never leave a conversation with two owners, or with none and nowhere, whatever everybody does at once', async () => {
    alive = servers.map(({ url }) => url);
    const end = Date.now() + FOR_MS;
    const random = createRandom(7);
    await Promise.all(agents.map((agent) => agent.come(oneOf(random, alive))));
    const seen = { checks: 0, answers: new Map<string, number>() };
    const killing = new Promise<void>((done) => setTimeout(done, FOR_MS / 2)).then(async () => {
      alive = alive.slice(1);
      await servers[0]?.kill();
    });
    const checking = (async () => {
      for (; Date.now() < end; seen.checks += 1) {
        expect(await brokenInvariants(database)).to.deep.equal([]);
        await new Promise((done) => setTimeout(done, 150));
      }
    })();
    const working = agents.map(async (agent, index) => {
      for (const chance = createRandom(index + 1); Date.now() < end; ) {
        const answer = await act(agent, { chance, kinds: index % 4 === 0 ? BY_HAND : BY_RULE });
        seen.answers.set(answer, (seen.answers.get(answer) ?? 0) + 1);
        await new Promise((done) => setTimeout(done, chance.whole(40, 200)));
      }
    });
    await Promise.all([killing, checking, ...working]);
    expect(
      [...seen.answers.keys()].filter((answer) => !/ (200|204|404|409|there|gone|away)$/.test(answer)),
    ).to.deep.equal([]);
    for (const done of [
      'next 200',
      'claim 200',
      'transfer 204',
      'release 204',
      'close 204',
      'messages 200',
      'drop gone',
      'take-over 200',
      'reassign 204',
      'whispers 200',
    ]) {
      expect(seen.answers.get(done) ?? 0, done).to.be.greaterThan(2);
    }
    expect(seen.checks).to.be.greaterThan(FOR_MS / 1500);
  });

  it('give what the gone had to those who are there, or keep it at the front of the queue', async () => {
    const gone = agents.filter((_, index) => index % 2 === 0);
    for (const agent of agents) {
      if (gone.includes(agent)) agent.drop();
      else await agent.come(alive[0] ?? '');
    }
    const left = () =>
      database.query
        .selectFrom('service_session')
        .select('id')
        .where('state', '=', 'assigned')
        .where(
          'agent_id',
          'in',
          gone.map(({ staffId }) => staffId),
        )
        .execute();
    // The killed process may have had the job: its claim has to run out first.
    for (const end = Date.now() + 45_000; (await left()).length > 0 && Date.now() < end; ) {
      await new Promise((done) => setTimeout(done, 250));
    }
    expect(await left()).to.deep.equal([]);
    expect(await brokenInvariants(database)).to.deep.equal([]);
  });

  it('tell in every transcript one unbroken story of who had it when', async () => {
    const faults = await Promise.all(conversations.map((id) => ownershipFaults(database, id)));
    expect(faults.flat()).to.deep.equal([]);
    const audited = await database.query
      .selectFrom('audit')
      .select(({ fn }) => ['action', fn.countAll<number>().as('count')])
      .where('action', 'in', ['session.claimed', 'session.assigned', 'session.transferred', 'session.returned'])
      .groupBy('action')
      .execute();
    const actions = new Map(audited.map(({ action, count }) => [action, Number(count)]));
    expect([...actions.keys()].sort(), JSON.stringify([...actions])).to.deep.equal([
      'session.assigned',
      'session.claimed',
      'session.returned',
      'session.transferred',
    ]);
  });

  /** One thing that an agent does; what became of it, in a word. */
  async function act(
    agent: CrowdAgent,
    { chance, kinds }: { chance: Random; kinds: readonly string[] },
  ): Promise<string> {
    const base = oneOf(chance, alive);
    try {
      if (!agent.isThere) {
        if (!chance.chance(0.02)) return 'rest away';
        await agent.come(base);
        return 'come there';
      }
      const kind = oneOf(chance, kinds);
      if (kind === 'drop') {
        agent.drop();
        return 'drop gone';
      }
      const caller = agent.at(base);
      const answered = await (kind === 'next'
        ? caller.post('/api/desk/next-session')
        : caller.post(`/api/desk/sessions/${await target(agent, { chance, kind })}/${kind}`, bodyOf(kind, chance)));
      return `${kind} ${answered.status}`;
    } catch (error) {
      // The process that was killed meanwhile; the next try goes to the other.
      if (!alive.includes(base) && error instanceof TypeError) {
        agent.drop();
        return 'killed away';
      }
      throw error;
    }
  }

  /** Mostly one of their own, or a colleague’s where a supervisor steps in; else any at all. */
  async function target(agent: CrowdAgent, { chance, kind }: { chance: Random; kind: string }): Promise<string> {
    const mine = await database.query
      .selectFrom('service_session')
      .select('id')
      .where('state', '=', 'assigned')
      .where('agent_id', STEPPING_IN.includes(kind) ? '<>' : '=', agent.staffId)
      .execute();
    return mine.length > 0 && chance.chance(0.75) ? oneOf(chance, mine).id : oneOf(chance, conversations);
  }

  function bodyOf(kind: string, chance: Random): unknown {
    switch (kind) {
      case 'messages':
      case 'notes':
      case 'whispers':
        return { text: '请稍等', clientId: randomUUID() };
      case 'release':
        return { to: oneOf(chance, ['bot', 'queue', 'queue']), note: '已核对' };
      case 'close':
        return { disposition: 'other' };
      case 'take-over':
        return {};
      case 'transfer':
      case 'reassign':
        return {
          to: chance.chance(0.7)
            ? { kind: 'person', staffId: oneOf(chance, agents).staffId }
            : { kind: 'skill', skill: oneOf(chance, ['fault', 'billing']) },
          note: '请接着处理',
        };
      default:
        return undefined;
    }
  }
});

const BY_RULE = ['next 6', 'messages 6', 'notes 2', 'transfer 6', 'release 4', 'close 1', 'drop 1'].flatMap(times);
/** What only supervisors do is among it: those who take by hand are supervisors too. */
const STEPPING_IN = ['take-over', 'reassign', 'whispers'];
const BY_HAND = [...BY_RULE, ...['claim 6', 'take-over 3', 'reassign 3', 'whispers 3'].flatMap(times)];

/** "next 6" as six times "next". */
function times(weighted: string): string[] {
  const [kind = '', count] = weighted.split(' ');
  return Array.from({ length: Number(count) }, () => kind);
}

function oneOf<T>(random: Random, list: readonly T[]): T {
  const picked = list[random.whole(0, list.length - 1)];
  if (picked === undefined) throw new Error('nothing to pick from');
  return picked;
}

/** The demo's profile, but that conversations are pushed, and the grace time is short. */
function pushingProfile(folder: string): string {
  const own = join(folder, 'profile');
  mkdirSync(own);
  const profile: object = JSON.parse(readFileSync(join(PROFILE, 'demo.json'), 'utf8'));
  const desk = { assignment: 'push', graceSeconds: GRACE_SECONDS, callbackHours: 2 };
  writeFileSync(join(own, 'profile.json'), JSON.stringify({ ...profile, desk }));
  copyFileSync(join(PROFILE, 'answers.json'), join(own, 'answers.json'));
  return own;
}
