import { expect } from 'chai';
import { IncidentWatch } from '../../../desk/incidents/incident-watch.ts';
import { openIncidentParts } from '../../../desk/incidents/open-incident-parts.ts';
import { bulkInsert } from '../../../store/bulk-insert.ts';
import type { FeederDiagram, FeederList } from '../../../web/protocol/desk/feeder.ts';
import type { IncidentDetail, IncidentList, LooseTicketList } from '../../../web/protocol/desk/incident.ts';
import { localiserHere } from '../../desk/incidents/incident-rig.ts';
import { EXAMPLE_ASKING } from '../../domain/asking/example-asking.ts';
import { DeskApiRig, type DeskCaller } from './desk-api-rig.ts';

type Told = { readonly type: string; readonly incidentId?: string };

/** A fuse F12 with two houses, three of whose four tickets are of one line. */
describe('the dispatch board over the API', () => {
  let rig: DeskApiRig;
  let dispatcher: DeskCaller;
  let watch: IncidentWatch;
  before(async () => {
    rig = await DeskApiRig.open();
    dispatcher = await rig.signedIn(['dispatcher']);
    const { database } = rig.desk;
    const device = (id: string, kind: 'feeder_breaker' | 'fuse' | 'service', parent_id: string | null) =>
      ({ id, kind, parent_id, name: `10kV ${id}`, lat: 22.98, lon: 113.87 }) as const;
    await bulkInsert(database, 'network_device', [
      device('F', 'feeder_breaker', null),
      device('F12', 'fuse', 'F'),
      ...[1, 2, 3, 4].map((house) => device(`s${house}`, 'service', 'F12')),
      ...[5, 6, 7, 8, 9].map((house) => device(`s${house}`, 'service', 'F')),
    ]);
    await bulkInsert(database, 'customer', [
      { id: 'C', name: '示例', phone: '19900000000', special_need: 'life_support' },
    ]);
    const houses = [1, 2, 3, 4, 5, 6, 7, 8, 9];
    await bulkInsert(
      database,
      'premises',
      houses.map((house) => ({
        id: `P${house}`,
        town_code: '441900111',
        village_code: '441900111203',
        address: `东莞市寮步镇石步村示例路${house}号`,
        estate: null,
        building: null,
        unit: null,
        room: null,
        lat: 22.98,
        lon: 113.87,
        zone: 'rural' as const,
        device_id: `s${house}`,
        critical_kind: house === 2 ? 'school' : null,
      })),
    );
    await bulkInsert(
      database,
      'account',
      houses.map((house) => ({
        id: `A${house}`,
        number: `${1000 + house}`,
        customer_id: 'C',
        premises_id: `P${house}`,
        tariff: 'residential_tiered' as const,
        state: 'active' as const,
        free_kwh: 0,
        opened_at: 0,
      })),
    );
    for (const house of [1, 2, 3, 4]) await report(house);
    watch = new IncidentWatch(
      openIncidentParts({
        database,
        nerve: rig.desk.nerve,
        now: () => rig.desk.now,
        newId: rig.desk.parts.newId,
        localiser: localiserHere(),
        holder: 'test',
        timeZone: 'Asia/Shanghai',
        askingRules: EXAMPLE_ASKING,
        drawNumber: () => 371,
      }),
      (error) => {
        throw error;
      },
    );
  });
  after(() => rig.close());

  async function report(house: number): Promise<void> {
    const { database, parts, now } = rig.desk;
    const facts = { class: 'unknown', hazards: [], people: [], site: [], scope: 'premises', no_power: true };
    const ticket = {
      id: `t${house}`,
      number: `${house}`,
      kind: 'fault' as const,
      severity: 'P3' as const,
      reasons: '["no_power"]',
      facts: JSON.stringify(facts),
      place: null,
      lat: null,
      lon: null,
      since: null,
      phone: null,
      description: '停电',
      account_id: `A${house}`,
      conversation_id: null,
      session_id: null,
      responsible_role: 'dispatcher' as const,
      language: 'zh-Hans',
      created_at: now,
    };
    await database.commit(
      parts.repositories.ticketBook.open(ticket, { at: now, actor: 'bot', type: 'opened', data: {} }),
    );
  }

  it('tells every desk live of an incident that reports have opened, and shows it with its reasons', async () => {
    const line = await dispatcher.follow();
    await watch.look();
    await line.until((events) =>
      (events as Told[]).some(({ type, incidentId }) => type === 'incident' && incidentId !== undefined),
    );
    line.close();
    const { body } = await dispatcher.call('GET', '/api/desk/incidents');
    const { incidents, more } = body as unknown as IncidentList;
    expect(more).to.equal(false);
    expect(incidents).to.have.length(1);
    expect(incidents[0]).to.deep.include({
      number: 'IN2611240371',
      state: 'probable',
      severity: 'P1',
      lifeAtRisk: true,
      lifeSupport: 4,
      criticalSites: ['school'],
      customersAffected: 4,
      ticketCount: 4,
    });
    expect(incidents[0]?.device).to.include({ id: 'F12', name: '10kV F12', feederName: '10kV F' });
    expect(incidents[0]?.order.map(({ code }) => code)).to.deep.equal([
      'life_at_risk',
      'life_support',
      'severity',
      'critical_site',
      'customers',
      'clock',
    ]);
    expect(incidents[0]?.clock?.ticketNumber).to.be.oneOf(['1', '2', '3', '4']);
  });

  it('shows the feeder as a diagram, and lists it with what is the matter', async () => {
    const feeders = (await dispatcher.call('GET', '/api/desk/feeders')).body as unknown as FeederList;
    expect(feeders.feeders).to.deep.equal([
      { id: 'F', name: '10kV F', sourceName: null, devices: 11, customers: 9, openIncidents: 1, severity: 'P1' },
    ]);
    const diagram = (await dispatcher.call('GET', '/api/desk/feeders/F/diagram')).body as unknown as FeederDiagram;
    expect(diagram.devices.map(({ id, state }) => `${id} ${state}`)).to.include.members([
      'F suspect',
      'F12 probable',
      's1 dark',
    ]);
    expect((await dispatcher.call('GET', '/api/desk/feeders/none/diagram')).status).to.equal(404);
    expect((await dispatcher.call('GET', '/api/desk/feeders/F/diagram?services=true')).status).to.equal(200);
  });

  it('takes moves by version, and says why not', async () => {
    const path = '/api/desk/incidents/IN2611240371';
    const detail = (await dispatcher.call('GET', path)).body as unknown as IncidentDetail;
    const { version } = detail.incident;
    expect(detail.alternatives.map(({ device }) => device.id)).to.include('F12');
    expect(detail.tickets[0]?.placement.candidates[0]?.address).to.include('示例路');
    const refused = async (call: string, body: object) => {
      const answer = await dispatcher.call('POST', `${path}/${call}`, body);
      return [answer.status, answer.body.error.code, answer.body.error.field];
    };
    expect(await refused('confirm', { version: version + 1 })).to.deep.equal([409, 'incident_changed', undefined]);
    expect(await refused('confirm', { device: 'none', version })).to.deep.equal([422, 'unknown_device', undefined]);
    expect(await refused('close', { version })).to.deep.equal([409, 'not_from_here', undefined]);
    expect(await refused('eta', { at: 1, source: 'crew', version })).to.deep.equal([422, 'in_the_past', 'body.at']);
    expect(await refused('eta', { at: 1, source: 'rumour', version })).to.deep.equal([400, 'invalid', 'body.source']);
    expect((await dispatcher.call('POST', `${path}/confirm`, { version, cause: 'fuse_blown' })).status).to.equal(204);
    expect(await refused('crew', { crew: 'Crew 1', version })).to.deep.equal([409, 'incident_changed', undefined]);
    expect((await dispatcher.call('POST', `${path}/restore`, { version: version + 1 })).status).to.equal(204);
    const over = (await dispatcher.call('GET', '/api/desk/incidents?state=settling')).body as unknown as IncidentList;
    expect(over.incidents.map(({ state }) => state)).to.deep.equal(['restored']);
  });

  it('opens one by hand, and shows who belongs to none', async () => {
    const answer = await dispatcher.call('POST', '/api/desk/incidents', { device: 'none' });
    expect([answer.status, answer.body.error.code, answer.body.error.field]).to.deep.equal([
      422,
      'unknown_device',
      'body.device',
    ]);
    expect((await dispatcher.call('POST', '/api/desk/incidents', { device: 'F12' })).status).to.equal(201);
    await report(9);
    const loose = (await dispatcher.call('GET', '/api/desk/loose-tickets')).body as unknown as LooseTicketList;
    expect(loose.tickets.map(({ number }) => number)).to.deep.equal(['9']);
  });
});
