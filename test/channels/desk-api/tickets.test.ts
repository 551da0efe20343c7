import { expect } from 'chai';
import { DeskApiRig, type DeskCaller } from './desk-api-rig.ts';

describe('working on tickets over the API', () => {
  let rig: DeskApiRig;
  let dispatcher: DeskCaller;
  let agent: DeskCaller;
  before(async () => {
    rig = await DeskApiRig.open();
    dispatcher = await rig.signedIn(['dispatcher']);
    agent = await rig.signedIn(['agent']);
    await open('1', 'fault');
    await open('2', 'complaint');
  });
  after(() => rig.close());

  async function open(
    number: string,
    kind: 'fault' | 'complaint' | 'meter',
    role: 'agent' | 'dispatcher' = kind === 'fault' ? 'dispatcher' : 'agent',
  ): Promise<void> {
    const { database, parts, now } = rig.desk;
    const ticket = {
      id: `ticket-${number}`,
      number,
      kind,
      severity: 'P3',
      reasons: '[]',
      facts: null,
      place: null,
      lat: null,
      lon: null,
      since: null,
      phone: null,
      description: '停电',
      account_id: null,
      conversation_id: null,
      session_id: null,
      responsible_role: role,
      language: null,
      created_at: now,
    } as const;
    await database.commit(
      parts.repositories.ticketBook.open(ticket, { at: now, actor: 'bot', type: 'opened', data: {} }),
    );
  }

  const moves = (number: string) => `/api/desk/tickets/${number}/moves`;

  it('shows where a ticket may go, and lets it go there', async () => {
    const before = await dispatcher.get('/api/desk/tickets/1');
    expect(before.body.moves).to.deep.equal(['acknowledged', 'crew_assigned', 'cancelled']);
    expect(before.body.ticket).to.include({ responsibleId: dispatcher.actor.staffId, version: 1 });
    expect(before.body.clocks.map(({ name }: { name: string }) => name)).to.deep.equal(['dispatch', 'arrival']);
    const assigned = await dispatcher.post(moves('1'), { to: 'crew_assigned', crew: '二队', version: 1 });
    expect(assigned.status).to.equal(204);
    const after = await dispatcher.get('/api/desk/tickets/1');
    expect(after.body.ticket).to.include({ state: 'crew_assigned', crew: '二队', version: 2 });
  });

  it('lists those that somebody is responsible for', async () => {
    const numbers = async (caller: DeskCaller, query = '') =>
      (await caller.get(`/api/desk/tickets${query}`)).body.tickets.map(({ number }: { number: string }) => number);
    expect(await numbers(dispatcher)).to.have.members(['1', '2']);
    expect(await numbers(dispatcher, '?mine=true')).to.deep.equal(['1']);
    expect(await numbers(agent, '?mine=true')).to.deep.equal(['2']);
  });

  it('finds those of which a clock is near its end, or over', async () => {
    const found = async (clock: string) => (await dispatcher.get(`/api/desk/tickets?clock=${clock}`)).body.tickets;
    expect(await found('at_risk')).to.deep.equal([]);
    expect(await found('breached')).to.deep.equal([]);
    expect((await dispatcher.get('/api/desk/tickets?clock=slow')).status).to.equal(400);
  });

  it('refuses what is out of date, out of order or incomplete, each by its code', async () => {
    const cases: [unknown, number, string][] = [
      [{ to: 'en_route', version: 1 }, 409, 'ticket_changed'],
      [{ to: 'closed', version: 2 }, 409, 'not_from_here'],
      [{ to: 'crew_assigned', version: 2 }, 422, 'crew_missing'],
      [{ to: 'returned', version: 2 }, 422, 'note_missing'],
      [{ to: 'repaired', version: 2 }, 400, 'invalid'],
      [{ to: 'en_route' }, 400, 'invalid'],
    ];
    for (const [body, status, code] of cases) {
      const answer = await dispatcher.post(moves('1'), body);
      expect([answer.status, answer.body.error.code], JSON.stringify(body)).to.deep.equal([status, code]);
    }
  });

  it('keeps crews to dispatchers, and lets agents settle what the office settles', async () => {
    expect((await agent.get('/api/desk/tickets/1')).body).to.deep.include({ moves: [], candidates: [] });
    const refused = await agent.post(moves('1'), { to: 'en_route', version: 2 });
    expect([refused.status, refused.body.error.code]).to.deep.equal([403, 'not_yours']);
    for (const [version, to] of ['acknowledged', 'closed'].entries()) {
      expect((await agent.post(moves('2'), { to, version: version + 1 })).status, to).to.equal(204);
    }
  });

  it('lets those work on a ticket whose role answers for it, though a crew goes out, and nobody else of theirs', async () => {
    await open('3', 'meter');
    await open('4', 'meter', 'dispatcher');
    const { body } = await agent.get('/api/desk/tickets/3');
    expect(body.moves).to.include('crew_assigned');
    expect(body.candidates.map(({ id }: { id: string }) => id)).to.have.members([
      agent.actor.staffId,
      dispatcher.actor.staffId,
    ]);
    const sent = await agent.post(moves('3'), { to: 'crew_assigned', crew: '表计一班', version: 1 });
    expect(sent.status).to.equal(204);
    const others = await agent.post(moves('4'), { to: 'acknowledged', version: 1 });
    expect([others.status, others.body.error.code]).to.deep.equal([403, 'not_yours']);
    const quality = await rig.signedIn(['quality']);
    expect((await quality.post(moves('3'), { to: 'on_site', version: 2 })).body.error.code).to.equal('role_missing');
  });

  it('lets an agent count a chase-up', async () => {
    expect((await agent.post('/api/desk/tickets/1/chases', { note: '第二次来电' })).status).to.equal(204);
    expect((await agent.get('/api/desk/tickets/1')).body.ticket.chases).to.equal(1);
  });

  it('notes the zone, by which the clocks go', async () => {
    const { body } = await dispatcher.get('/api/desk/tickets/1');
    const zone = { zone: 'remote', version: body.ticket.version };
    expect((await dispatcher.post('/api/desk/tickets/1/zone', zone)).status).to.equal(204);
    const { body: after } = await dispatcher.get('/api/desk/tickets/1');
    const clock = after.clocks.find(({ name }: { name: string }) => name === 'arrival');
    expect((clock?.dueAt ?? 0) - (clock?.startedAt ?? 0)).to.equal(120 * 60_000);
  });

  it('hands over to a colleague who may work on it', async () => {
    const colleague = await rig.signedIn(['dispatcher']);
    const { body } = await dispatcher.get('/api/desk/tickets/1');
    expect(body.candidates.map(({ id }: { id: string }) => id)).to.include(colleague.actor.staffId);
    const { version } = body.ticket;
    const to = (staffId: string) => dispatcher.post('/api/desk/tickets/1/responsible', { staffId, version });
    expect((await to(agent.actor.staffId)).body.error.code).to.equal('unknown_staff');
    expect((await to(colleague.actor.staffId)).status).to.equal(204);
    const after = await dispatcher.get('/api/desk/tickets/1');
    expect(after.body.ticket.responsibleId).to.equal(colleague.actor.staffId);
  });

  it('tells nobody of clocks that have time', async () => {
    expect((await dispatcher.get('/api/desk/notices')).body).to.deep.equal({ notices: [] });
  });
});
