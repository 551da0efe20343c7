import { expect } from 'chai';
import { z } from 'zod';
import type { DescribedRoute } from '../../../channels/openapi.ts';
import { DeskApiRig, type DeskCaller } from './desk-api-rig.ts';

/**
 * Lists that come whole, and what bounds them. Whatever grows with time or with customers is not here: it comes a page at a
 * time.
 */
const BOUNDED: Readonly<Record<string, string>> = {
  '/api/desk/sessions': 'what is open now: 500 waiting, 100 of one’s own, 200 others; what is closed is not in it',
  '/api/desk/colleagues': 'whoever is at the desk now',
  '/api/desk/calls': 'the 100 calls due first; each that is made brings the next',
  '/api/desk/notices': 'the latest 50 clocks not yet seen; each that is seen brings the next',
  '/api/desk/incidents': 'the 200 gravest open incidents, and the latest 50 that are over',
  '/api/desk/loose-tickets': 'the gravest open faults on no incident',
  '/api/desk/feeders': 'the network’s feeders',
  '/api/desk/answers': 'the product’s answers',
  '/api/desk/banners': 'the 100 newest; older ones are long over',
  '/api/desk/dead-letters': 'the 100 newest of each kind; each that is retried brings the next',
  '/api/desk/roster': 'the duties between two days',
  '/api/desk/place-towns': 'the profile’s towns',
  '/api/desk/opening-hours': 'what is wrong with one line',
  '/api/desk/place-needs': 'cells of a grid between two days',
  '/api/desk/reliability': 'twelve months, the profile’s towns',
  '/api/desk/audit/verification': 'the first faults only',
  '/api/desk/ratings/report': 'weeks between two days, people, teams',
  '/api/desk/figures': 'days between two days, people, teams, 24 hours',
  '/api/desk/wallboard': 'the teams',
  '/api/desk/floor': 'whoever is at the desk now, the teams',
  '/api/desk/floor/alerts': 'the latest alerts',
  '/api/desk/words': 'words between colleagues that are not seen yet',
};

const json = z.record(z.string(), z.unknown());

describe('lists and ids of the desk’s API', () => {
  let rig: DeskApiRig;
  let chief: DeskCaller;
  before(async () => {
    rig = await DeskApiRig.open();
    chief = await rig.signedIn(['admin', 'supervisor', 'dispatcher', 'quality', 'agent']);
  });
  after(() => rig.close());

  it('come a page at a time, with a cursor and a limit, or are bounded by what they are', () => {
    const lists = rig.api.described.filter(isList);
    const whole = lists.filter((route) => !isPaged(route)).map(({ path }) => path);
    expect(lists.length - whole.length, 'pages').to.be.greaterThan(6);
    expect(whole.filter((path) => !(path in BOUNDED))).to.deep.equal([]);
    expect(Object.keys(BOUNDED).filter((path) => !whole.includes(path))).to.deep.equal([]);
  });

  it('of pages refuse limits beyond reason, and cursors that are none of theirs', async () => {
    for (const { path } of rig.api.described.filter((route) => isList(route) && isPaged(route))) {
      const address = path.replaceAll(/\{\w+\}/g, 'nothing');
      for (const query of ['limit=0', 'limit=100000', 'limit=-1', 'limit=x']) {
        expect((await chief.get(`${address}?${query}`)).status, `${address}?${query}`).to.equal(400);
      }
      if (queryOf(rig, path).includes('cursor')) {
        expect((await chief.get(`${address}?cursor=4pyT`)).status, address).to.be.below(500);
      }
    }
  });

  it('name rows by ids that nobody can guess or count', async () => {
    for (let round = 0; round < 3; round += 1) {
      await rig.desk.serve({ state: 'queued' });
      await chief.post('/api/desk/banners', { textZh: `停电 ${round}`, textEn: `Outage ${round}`, untilAt: null });
      await rig.signedIn(['agent']);
      const login = `person${round}`;
      const person = { login, name: 'N', deskName: 'D', roles: ['agent'], skills: [], languages: [], capacity: 1 };
      await chief.post('/api/desk/staff', person);
    }
    const ids: string[] = [];
    for (const route of rig.api.described.filter(
      (one) => one.method === 'get' && !one.path.includes('{') && one.answer && !one.answerType,
    )) {
      const answer = await chief.get(route.path);
      if (answer.status === 200) collectIds(answer.body, ids);
    }
    const own = ids.filter((id) => !/^(bot|customer|system|anonymous|operator|provider)$/.test(id));
    expect(new Set(own).size).to.be.greaterThan(12);
    for (const id of own) expect(id).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('never tell a row’s place in its table: ids are text in every answer and every address', () => {
    for (const { path, method, answer, params } of rig.api.described) {
      for (const schema of [answer, params]) {
        if (schema === undefined) continue;
        const counted: string[] = [];
        collectCounted(z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }), counted);
        expect(counted, `${method} ${path}`).to.deep.equal([]);
      }
    }
  });
});

function isList({ method, path, answer }: DescribedRoute): boolean {
  if (method !== 'get' || answer === undefined) return false;
  const { properties = {} } = z.toJSONSchema(answer, { io: 'output', unrepresentable: 'any' });
  const lists = Object.values(properties).some((property) => typeof property === 'object' && property.type === 'array');
  // What belongs to one thing stands in it: its roles, its moves, what happened to it.
  const isOneThing = /^\/api\/desk\/my-account$|\{\w+\}(\/(diagram|history|replies|bills))?$/.test(path);
  return lists && !isOneThing;
}

function isPaged({ query }: DescribedRoute): boolean {
  if (!query) return false;
  const { properties = {} } = z.toJSONSchema(query, { io: 'input', unrepresentable: 'any' });
  return 'limit' in properties && ('cursor' in properties || 'before' in properties);
}

function queryOf(rig: DeskApiRig, path: string): string[] {
  const query = rig.api.described.find((route) => route.path === path && route.method === 'get')?.query;
  const { properties = {} } = query ? z.toJSONSchema(query, { io: 'input', unrepresentable: 'any' }) : {};
  return Object.keys(properties);
}

const IS_ID = /^id$|Id$/;

function collectIds(value: unknown, into: string[]): void {
  if (Array.isArray(value)) for (const item of value) collectIds(item, into);
  const fields = json.safeParse(value).data;
  for (const [name, item] of Object.entries(Array.isArray(value) ? {} : (fields ?? {}))) {
    if (IS_ID.test(name) && typeof item === 'string') into.push(item);
    else collectIds(item, into);
  }
}

/** Fields called an id that hold a number. */
function collectCounted(schema: unknown, into: string[], name = ''): void {
  if (Array.isArray(schema)) for (const item of schema) collectCounted(item, into, name);
  const fields = Array.isArray(schema) ? undefined : json.safeParse(schema).data;
  if (!fields) return;
  if (IS_ID.test(name) && (fields.type === 'integer' || fields.type === 'number')) into.push(name);
  for (const [key, item] of Object.entries(fields)) collectCounted(item, into, key);
}
