import { expect } from 'chai';
import { STAFF_ROLES } from '../../../domain/desk/rights.ts';
import { bulkInsert } from '../../../store/bulk-insert.ts';
import { DeskApiRig, type DeskCaller } from './desk-api-rig.ts';

/** Who may call what, as it was agreed; nothing here is taken from the code. `*`: whoever is signed in. */
const MATRIX: Readonly<Record<string, string>> = {
  'post /api/desk/sign-out': '*',
  'get /api/desk/me': '*',
  'get /api/desk/events': '*',
  'get /api/desk/sessions': 'agent dispatcher supervisor quality',
  'get /api/desk/sessions/{id}': 'agent dispatcher supervisor quality',
  'get /api/desk/conversations/{id}/activities': 'agent dispatcher supervisor quality',
  'get /api/desk/sessions/{id}/bills': 'agent dispatcher supervisor quality',
  'get /api/desk/sessions/{id}/replies': 'agent dispatcher supervisor quality',
  'post /api/desk/incidents/{number}/asking': 'dispatcher supervisor',
  'get /api/desk/attachments/{id}': 'agent dispatcher supervisor quality',
  'post /api/desk/sessions/{id}/claim': 'agent supervisor',
  'post /api/desk/next-session': 'agent supervisor',
  'post /api/desk/sessions/{id}/transfer': 'agent supervisor',
  'post /api/desk/sessions/{id}/notes': 'agent supervisor',
  'get /api/desk/colleagues': 'agent supervisor',
  'get /api/desk/calls': 'agent supervisor',
  'post /api/desk/availability': 'agent supervisor',
  'post /api/desk/sessions/{id}/release': 'agent supervisor',
  'post /api/desk/sessions/{id}/close': 'agent supervisor',
  'post /api/desk/sessions/{id}/messages': 'agent supervisor',
  'post /api/desk/sessions/{id}/typing': 'agent supervisor',
  'post /api/desk/sessions/{id}/read': 'agent dispatcher supervisor quality',
  'get /api/desk/tickets': 'agent dispatcher supervisor quality',
  'get /api/desk/tickets/{number}': 'agent dispatcher supervisor quality',
  'post /api/desk/tickets/{number}/moves': 'agent dispatcher supervisor',
  'post /api/desk/tickets/{number}/responsible': 'agent dispatcher supervisor',
  'post /api/desk/tickets/{number}/zone': 'agent dispatcher supervisor',
  'post /api/desk/tickets/{number}/chases': 'agent dispatcher supervisor',
  'post /api/desk/tickets/{number}/seen': 'agent dispatcher supervisor quality',
  'get /api/desk/notices': 'agent dispatcher supervisor quality',
  'get /api/desk/incidents': 'dispatcher supervisor admin',
  'post /api/desk/incidents': 'dispatcher supervisor',
  'get /api/desk/incidents/{number}': 'dispatcher supervisor',
  'post /api/desk/incidents/{number}/confirm': 'dispatcher supervisor',
  'post /api/desk/incidents/{number}/reject': 'dispatcher supervisor',
  'post /api/desk/incidents/{number}/split': 'dispatcher supervisor',
  'post /api/desk/incidents/{number}/merge': 'dispatcher supervisor',
  'post /api/desk/incidents/{number}/tickets': 'dispatcher supervisor',
  'post /api/desk/incidents/{number}/crew': 'dispatcher supervisor',
  'post /api/desk/incidents/{number}/eta': 'dispatcher supervisor',
  'post /api/desk/incidents/{number}/responsible': 'dispatcher supervisor',
  'post /api/desk/incidents/{number}/restore': 'dispatcher supervisor',
  'post /api/desk/incidents/{number}/close': 'dispatcher supervisor',
  'get /api/desk/loose-tickets': 'dispatcher supervisor',
  'get /api/desk/feeders': 'dispatcher supervisor admin',
  'get /api/desk/feeders/{id}/diagram': 'dispatcher supervisor admin',
  'get /api/desk/places': 'agent dispatcher supervisor quality admin',
  'get /api/desk/place-towns': 'agent dispatcher supervisor quality admin',
  'get /api/desk/opening-hours': 'agent dispatcher supervisor quality admin',
  'get /api/desk/places/{id}/history': 'agent dispatcher supervisor quality admin',
  'get /api/desk/places-export': 'agent dispatcher supervisor quality admin',
  'get /api/desk/landmarks': 'agent dispatcher supervisor quality admin',
  'get /api/desk/landmarks-export': 'agent dispatcher supervisor quality admin',
  'post /api/desk/places': 'supervisor admin',
  'put /api/desk/places/{id}': 'supervisor admin',
  'delete /api/desk/places/{id}': 'supervisor admin',
  'post /api/desk/landmarks': 'supervisor admin',
  'put /api/desk/landmarks/{id}': 'supervisor admin',
  'delete /api/desk/landmarks/{id}': 'supervisor admin',
  'post /api/desk/places-import': 'supervisor admin',
  'get /api/desk/place-needs': 'dispatcher supervisor quality admin',
  'get /api/desk/place-needs-export': 'dispatcher supervisor quality admin',
  'get /api/desk/answers': 'supervisor admin',
  'put /api/desk/answers/{intent}/{language}': 'supervisor admin',
  'get /api/desk/roster': 'agent dispatcher supervisor admin',
  'post /api/desk/roster': 'supervisor admin',
  'put /api/desk/roster/{id}': 'supervisor admin',
  'delete /api/desk/roster/{id}': 'supervisor admin',
  'get /api/desk/banners': 'supervisor admin',
  'post /api/desk/banners': 'supervisor admin',
  'delete /api/desk/banners/{id}': 'supervisor admin',
  'post /api/desk/sessions/{id}/corrections': 'agent supervisor',
  'get /api/desk/learning': 'supervisor quality admin',
  'get /api/desk/learning/{id}': 'supervisor quality admin',
  'post /api/desk/learning/{id}/label': 'supervisor quality admin',
  'post /api/desk/learning/{id}/discard': 'supervisor quality admin',
  'post /api/desk/learning/{id}/reopen': 'supervisor quality admin',
  'get /api/desk/learning-export': 'supervisor quality admin',
  'get /api/desk/reliability': 'dispatcher supervisor quality admin',
  'get /api/desk/reliability-export': 'dispatcher supervisor quality admin',
  'get /api/desk/audit': 'supervisor quality admin',
  'get /api/desk/audit/verification': 'supervisor quality admin',
  'get /api/desk/audit-export': 'supervisor quality admin',
  'get /api/desk/ratings': 'supervisor quality',
  'get /api/desk/ratings/report': 'supervisor quality',
  'get /api/desk/ratings/mine': 'agent supervisor',
  'get /api/desk/rating-follow-ups': 'supervisor quality',
  'post /api/desk/rating-follow-ups/{id}/moves': 'supervisor',
  'get /api/desk/figures': 'supervisor quality admin',
  'get /api/desk/wallboard': 'supervisor quality admin',
  'get /api/desk/figures-export': 'supervisor quality admin',
  'get /api/desk/ratings-export': 'supervisor quality',
  'get /api/desk/floor': 'supervisor quality',
  'get /api/desk/floor/alerts': 'supervisor quality',
  'post /api/desk/floor/alerts/{id}/acknowledge': 'supervisor',
  'post /api/desk/sessions/{id}/listening': 'supervisor quality',
  'post /api/desk/sessions/{id}/take-over': 'supervisor',
  'post /api/desk/sessions/{id}/reassign': 'supervisor',
  'post /api/desk/sessions/{id}/whispers': 'agent supervisor',
  'get /api/desk/words': 'agent dispatcher supervisor quality',
  'post /api/desk/conversations/{id}/heard': 'agent dispatcher supervisor quality',
  'get /api/desk/dead-letters': 'supervisor admin',
  'post /api/desk/dead-letters/{id}/retry': 'supervisor admin',
  'get /api/desk/my-account': '*',
  'get /api/desk/proof': '*',
  'post /api/desk/proof': '*',
  'post /api/desk/my-password': '*',
  'post /api/desk/my-totp': '*',
  'post /api/desk/my-totp/confirmation': '*',
  'delete /api/desk/my-totp': '*',
  'post /api/desk/my-recovery-codes': '*',
  'get /api/desk/my-sessions': '*',
  'delete /api/desk/my-sessions': '*',
  'delete /api/desk/my-sessions/{id}': '*',
  'get /api/desk/staff': 'admin',
  'post /api/desk/staff': 'admin',
  'get /api/desk/staff/{id}': 'admin',
  'put /api/desk/staff/{id}': 'admin',
  'post /api/desk/staff/{id}/active': 'admin',
  'post /api/desk/staff/{id}/password': 'admin',
  'delete /api/desk/staff/{id}/totp': 'admin',
  'delete /api/desk/staff/{id}/tries': 'admin',
  'get /api/desk/staff/{id}/sessions': 'admin',
  'delete /api/desk/staff/{id}/sessions': 'admin',
  'delete /api/desk/staff/{id}/sessions/{session}': 'admin',
};

const MEMBER = { name: 'N', deskName: 'D', roles: ['agent'], skills: [], languages: [], capacity: 1 };
const PLACE = { name: 'N', nameEn: 'N', townCode: '441900003', lat: 23, lon: 113 };
const POINT = { ...PLACE, kind: 'agent', address: 'A', hours: '24/7', services: ['cash'], phone: null, closure: null };
const LANDMARK = { ...PLACE, kind: 'park', otherNames: [] };
/** What an address must ask for. */
const QUERIES: Readonly<Record<string, string>> = {
  'get /api/desk/opening-hours': '?syntax=24/7',
  'delete /api/desk/places/{id}': '?version=1',
  'delete /api/desk/landmarks/{id}': '?version=1',
};
const BODIES: Readonly<Record<string, unknown>> = {
  '/api/desk/places/{id}': { ...POINT, version: 1 },
  '/api/desk/landmarks/{id}': { ...LANDMARK, version: 1 },
  'places-import': { what: 'places', file: 'f.csv', text: '', check: true },
  asking: { asks: true, version: 1 },
  '/api/desk/staff': { login: 'somebody', ...MEMBER },
  '/api/desk/staff/{id}': { ...MEMBER, version: 1 },
  active: { active: true, version: 1 },
  proof: { password: 'wrong' },
  'my-password': { current: 'wrong', password: 'seven otters in a kettle' },
  confirmation: { code: '123456' },
  release: { to: 'bot' },
  close: { disposition: 'enquiry' },
  '/api/desk/incidents/{number}/close': { version: 1 },
  messages: { text: 'hello', clientId: 'client-id-1' },
  read: { seq: 1 },
  transfer: { to: { kind: 'skill', skill: 'billing' }, note: 'a bill' },
  notes: { text: 'hello', clientId: 'client-id-1' },
  availability: { available: true },
  '{language}': { text: null },
  moves: { to: 'acknowledged', version: 1 },
  '/api/desk/rating-follow-ups/{id}/moves': { to: 'in_hand', version: 1 },
  responsible: { staffId: 'somebody', version: 1 },
  zone: { zone: 'rural', version: 1 },
  chases: {},
  seen: { clock: 'arrival' },
  incidents: { device: 'nothing' },
  confirm: { version: 1 },
  reject: { what: 'incident', note: 'sound', version: 1 },
  split: { device: 'D', tickets: ['1'], version: 1 },
  merge: { into: '2', intoVersion: 1, version: 1 },
  tickets: { tickets: ['1'], version: 1 },
  crew: { crew: 'Crew 1', version: 1 },
  eta: { at: 1, source: 'crew', version: 1 },
  restore: { version: 1 },
  listening: { listening: true },
  'take-over': {},
  reassign: { to: { kind: 'skill', skill: 'billing' }, note: 'a bill' },
  whispers: { text: 'hello', clientId: 'client-id-1' },
  heard: { seq: 1 },
  corrections: { seq: 1, intent: 'ask_bill', why: 'other_matter' },
  label: { language: 'en', intent: 'ask_bill', slots: {}, fault: null },
  roster: { staffId: 'on-duty', queue: 'fault', from: 1, until: 2 },
  '/api/desk/roster/{id}': { staffId: 'on-duty', queue: 'fault', from: 1, until: 2 },
  banners: { textZh: '停电', textEn: 'Outage', untilAt: null },
};

/** An id can be taken once. */
function ownBody(operation: string, role: string): unknown {
  if (operation === 'post /api/desk/places') return { id: role, ...POINT };
  return operation === 'post /api/desk/landmarks' ? { id: role, ...LANDMARK } : undefined;
}

describe('who may call what at the desk', () => {
  let rig: DeskApiRig;
  const callers = new Map<string, DeskCaller>();
  before(async () => {
    rig = await DeskApiRig.open();
    const device = { id: 'nothing', kind: 'fuse', parent_id: null, name: 'F12', lat: 23, lon: 113 } as const;
    await bulkInsert(rig.desk.database, 'network_device', [device]);
    await rig.desk.hire(['supervisor'], 'on-duty');
    for (const role of STAFF_ROLES) callers.set(role, await rig.signedIn([role]));
  });
  after(() => rig.close());

  it('is agreed for every route there is', () => {
    const operations = rig.api.described
      .filter(({ access }) => access !== 'public')
      .map(({ method, path }) => `${method} ${path}`);
    expect(operations).to.have.members(Object.keys(MATRIX));
    expect(rig.api.routes.filter(({ access }) => access === 'public').map(({ path }) => path)).to.deep.equal([
      '/api/desk/sign-in-options',
      '/api/desk/sign-in',
    ]);
  });

  for (const [operation, holders] of Object.entries(MATRIX)) {
    const [method = '', path = ''] = operation.split(' ');
    const address = `${path}${QUERIES[operation] ?? ''}`
      .replace('{id}', 'nothing')
      .replace('{session}', 'nothing')
      .replace('{number}', '1')
      .replace('{intent}/{language}', 'ask_tariff/en');
    const body =
      method === 'get' || method === 'delete' ? undefined : (BODIES[path] ?? BODIES[path.split('/').at(-1) ?? '']);

    it(`${operation}: nobody who has not signed in`, async () => {
      const { status, body: error } = await rig.nobody().call(method.toUpperCase(), address, body);
      expect(status).to.equal(401);
      expect(error.error.code).to.equal('not_signed_in');
    });

    for (const role of STAFF_ROLES) {
      const may = holders === '*' || holders.split(' ').includes(role);
      it(`${operation}: ${may ? '' : 'not '}the ${role}`, async () => {
        // Signing out spends the sign-in.
        const caller = path.endsWith('sign-out') ? await rig.signedIn([role]) : callers.get(role);
        if (path.endsWith('events')) {
          const line = await caller?.follow();
          line?.close();
          expect(line?.status).to.equal(200);
          return;
        }
        const answered = await caller?.call(method.toUpperCase(), address, ownBody(operation, role) ?? body);
        // One's own password and code can't be right here: 422 is past the door.
        if (may) expect(answered?.status).to.be.oneOf([200, 201, 204, 404, ...(holders === '*' ? [422] : [])]);
        else expect([answered?.status, answered?.body.error.code]).to.deep.equal([403, 'role_missing']);
      });
    }
  }
});
