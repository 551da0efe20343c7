import { expect } from 'chai';
import { STAFF_ROLES } from '../../../domain/desk/rights.ts';
import { DeskApiRig, type DeskCaller } from './desk-api-rig.ts';

/** Who may call what, as it was agreed; nothing here is taken from the code. `*`: whoever is signed in. */
const MATRIX: Readonly<Record<string, string>> = {
  'post /api/desk/sign-out': '*',
  'get /api/desk/me': '*',
  'get /api/desk/events': '*',
  'get /api/desk/sessions': 'agent dispatcher supervisor quality',
  'get /api/desk/sessions/{id}': 'agent dispatcher supervisor quality',
  'get /api/desk/conversations/{id}/activities': 'agent dispatcher supervisor quality',
  'get /api/desk/attachments/{id}': 'agent dispatcher supervisor quality',
  'post /api/desk/sessions/{id}/claim': 'agent supervisor',
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
  'get /api/desk/answers': 'supervisor admin',
  'put /api/desk/answers/{intent}/{language}': 'supervisor admin',
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
  'get /api/desk/dead-letters': 'supervisor admin',
  'post /api/desk/dead-letters/{id}/retry': 'supervisor admin',
};

const BODIES: Readonly<Record<string, unknown>> = {
  release: { to: 'bot' },
  close: { disposition: 'enquiry' },
  messages: { text: 'hello', clientId: 'client-id-1' },
  read: { seq: 1 },
  '{language}': { text: null },
  moves: { to: 'acknowledged', version: 1 },
  responsible: { staffId: 'somebody', version: 1 },
  zone: { zone: 'rural', version: 1 },
  chases: {},
  seen: { clock: 'arrival' },
  corrections: { seq: 1, intent: 'ask_bill', why: 'other_matter' },
  label: { language: 'en', intent: 'ask_bill', slots: {}, fault: null },
  banners: { textZh: '停电', textEn: 'Outage', untilAt: null },
};

describe('who may call what at the desk', () => {
  let rig: DeskApiRig;
  const callers = new Map<string, DeskCaller>();
  before(async () => {
    rig = await DeskApiRig.open();
    for (const role of STAFF_ROLES) callers.set(role, await rig.signedIn([role]));
  });
  after(() => rig.close());

  it('is agreed for every route there is', () => {
    const routes = rig.api.routes
      .filter(({ access }) => access !== 'public')
      .map(({ method, path }) => `${method} ${path}`);
    const byHand = [
      'get /api/desk/events',
      'get /api/desk/attachments/{id}',
      'get /api/desk/learning-export',
      'get /api/desk/reliability-export',
    ];
    expect([...routes, ...byHand]).to.have.members(Object.keys(MATRIX));
    expect(rig.api.routes.filter(({ access }) => access === 'public').map(({ path }) => path)).to.deep.equal([
      '/api/desk/sign-in',
    ]);
  });

  for (const [operation, holders] of Object.entries(MATRIX)) {
    const [method = '', path = ''] = operation.split(' ');
    const address = path
      .replace('{id}', 'nothing')
      .replace('{number}', '1')
      .replace('{intent}/{language}', 'ask_tariff/en');
    const body = method === 'get' || method === 'delete' ? undefined : BODIES[path.split('/').at(-1) ?? ''];

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
        const answered = await caller?.call(method.toUpperCase(), address, body);
        if (may) expect(answered?.status).to.be.oneOf([200, 201, 204, 404]);
        else expect([answered?.status, answered?.body.error.code]).to.deep.equal([403, 'role_missing']);
      });
    }
  }
});
