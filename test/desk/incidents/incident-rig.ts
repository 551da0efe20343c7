import type { InferringParts } from '../../../desk/incidents/incident-parts.ts';
import { IncidentWatch } from '../../../desk/incidents/incident-watch.ts';
import { openIncidentParts } from '../../../desk/incidents/open-incident-parts.ts';
import { createLocalise } from '../../../desk/localisation/localise.ts';
import type { Localiser } from '../../../desk/localisation/localise-thread.ts';
import type { DeviceKind } from '../../../domain/faults/device-kinds.ts';
import type { FaultFacts } from '../../../domain/faults/fault-facts.ts';
import { gradeFault } from '../../../domain/faults/severity.ts';
import { bulkInsert } from '../../../store/bulk-insert.ts';
import { statement } from '../../../store/database.ts';
import type { StoredIncident } from '../../../store/repositories/incident-repository.ts';
import type { NewTicket } from '../../../store/repositories/ticket-book.ts';
import type { AccountTable, NetworkDeviceTable, PremisesTable } from '../../../store/tables/utility-tables.ts';
import type { OpenEngine } from '../../contract/engines.ts';
import { EXAMPLE_ASKING } from '../../domain/asking/example-asking.ts';
import { DeskRig } from '../desk-rig.ts';

const NO_POWER: FaultFacts = {
  class: 'unknown',
  hazards: [],
  people: [],
  site: [],
  scope: 'premises',
  no_power: true,
};

/** Both codes are of the gazetteer: 寮步镇 and one of its villages. */
const TOWN = '441900111';
const VILLAGE = '441900111203';

/**
 * Incidents over a small feeder. The breaker F feeds the switch F/s and, below it, the fuses F/a and F/b; each fuse two
 * transformers (F/a/1, F/a/2), each transformer two lines (F/a/1/x, F/a/1/y), each line five services with an account
 * each: the account F/a/1/x/3 is that of the third house. Apart from it the substation T has two feeders, G and H, each
 * with four lines (G/1 to G/4) of five houses.
 */
export class IncidentRig {
  readonly desk: DeskRig;
  readonly parts: InferringParts;
  readonly watch: IncidentWatch;
  /** Errors of looks. */
  readonly failures: unknown[] = [];
  #drawn = 0;

  constructor(engine: OpenEngine, localiser: Localiser = localiserHere()) {
    this.desk = new DeskRig(engine);
    this.parts = this.partsOf('rig', localiser);
    this.watch = new IncidentWatch(this.parts, (error) => this.failures.push(error));
  }

  /** As another process has them. */
  partsOf(holder: string, localiser: Localiser = localiserHere()): InferringParts {
    let number = holder === 'rig' ? 0 : 5000;
    return openIncidentParts({
      database: this.desk.database,
      nerve: this.desk.nerve,
      localiser,
      holder,
      timeZone: 'Asia/Shanghai',
      askingRules: EXAMPLE_ASKING,
      now: () => this.desk.now,
      newId: this.desk.parts.newId,
      drawNumber: () => {
        number += 1;
        return number;
      },
    });
  }

  async build(): Promise<void> {
    const devices: NetworkDeviceTable[] = [];
    const premises: PremisesTable[] = [];
    const accounts: AccountTable[] = [];
    const device = (id: string, kind: DeviceKind, parent: string | null): string => {
      devices.push({ id, kind, parent_id: parent, name: `${kind} ${id}`, lat: 22.98, lon: 113.87 });
      return id;
    };
    device('S', 'substation', null);
    device('F', 'feeder_breaker', 'S');
    device('F/s', 'recloser_or_switch', 'F');
    for (const fuse of ['F/a', 'F/b']) {
      device(fuse, 'fuse', 'F/s');
      for (const transformer of [`${fuse}/1`, `${fuse}/2`]) {
        device(transformer, 'transformer', fuse);
        for (const line of [`${transformer}/x`, `${transformer}/y`]) {
          device(line, 'lv_line', transformer);
          for (let house = 1; house <= 5; house += 1) addHouse(device(`${line}/${house}`, 'service', line));
        }
      }
    }
    device('T', 'substation', null);
    for (const feeder of ['G', 'H']) {
      device(feeder, 'feeder_breaker', 'T');
      for (const line of [1, 2, 3, 4].map((number) => `${feeder}/${number}`)) {
        device(line, 'lv_line', feeder);
        for (let house = 1; house <= 5; house += 1) addHouse(device(`${line}/${house}`, 'service', line));
      }
    }
    function addHouse(id: string): void {
      premises.push(house(id, premises.length));
      accounts.push(account(id, accounts.length));
    }
    const { database } = this.desk;
    await bulkInsert(database, 'network_device', devices);
    await bulkInsert(database, 'customer', [{ id: 'C', name: '示例', phone: '19900000000', special_need: null }]);
    await bulkInsert(database, 'premises', premises);
    await bulkInsert(database, 'account', accounts);
  }

  /** A ticket of the house's account; its id. */
  async report(
    houseId: string,
    change: Partial<NewTicket> & { readonly said?: Partial<FaultFacts> } = {},
  ): Promise<string> {
    this.#drawn += 1;
    const { said, ...columns } = change;
    const facts = { ...NO_POWER, ...said };
    const { severity, reasons } = gradeFault(facts);
    const ticket: NewTicket = {
      id: `ticket-${String(this.#drawn).padStart(4, '0')}`,
      number: `${100_000 + this.#drawn}`,
      kind: 'fault',
      severity,
      reasons: JSON.stringify(reasons),
      facts: JSON.stringify(facts),
      place: null,
      lat: null,
      lon: null,
      since: null,
      phone: null,
      description: '停电',
      account_id: houseId,
      conversation_id: null,
      session_id: null,
      responsible_role: 'dispatcher',
      language: 'zh-Hans',
      created_at: this.desk.now,
      ...columns,
    };
    const entry = { at: ticket.created_at, actor: 'bot', type: 'opened', data: {} };
    const { ok } = await this.desk.database.commit(this.desk.parts.repositories.ticketBook.open(ticket, entry));
    if (!ok) throw new Error('the ticket was not opened');
    return ticket.id;
  }

  async look(): Promise<void> {
    await this.watch.look();
    const [failure] = this.failures;
    if (failure) throw failure;
  }

  /** The feeder is due once more though nothing is new. */
  async makeDue(): Promise<void> {
    await this.desk.database.commit([this.parts.looks.lookAt('F', this.desk.now)]);
  }

  /** Open ones, oldest first. */
  async open(): Promise<StoredIncident[]> {
    return this.parts.incidents.openOfFeeder('F');
  }

  all(): Promise<StoredIncident[]> {
    return this.desk.database.query.selectFrom('incident').selectAll().orderBy('opened_at').orderBy('id').execute();
  }

  async ticketsOf(incidentId: string): Promise<string[]> {
    return (await this.parts.incidents.tickets([incidentId])).map(({ id }) => id);
  }

  async clear(): Promise<void> {
    const { query } = this.desk.database;
    await this.desk.database.commit(
      (
        [
          'incident_ticket',
          'incident_event',
          'incident',
          'report_feeder',
          'report_place',
          'supply_word',
          'device_finding',
          'feeder_look',
          'interruption',
          'ticket_event',
          'ticket_notice',
          'ticket',
          'planned_outage',
          'claim',
        ] as const
      ).map((table) => statement(query.deleteFrom(table))),
    );
  }

  close(): Promise<void> {
    return this.desk.close();
  }
}

/** Localisation without a thread. */
export function localiserHere(): Localiser {
  const localise = createLocalise();
  return {
    async ask(question) {
      const answer = localise({ ...question, after: 0 });
      if (answer.kind !== 'localised') throw new Error(answer.kind);
      return answer.localisation;
    },
    async choose(question, order) {
      const answer = localise({ ...question, order, after: 0 });
      if (answer.kind !== 'chosen') throw new Error(answer.kind);
      return answer.questions;
    },
    async close() {
      // Nothing to end.
    },
  };
}

function house(id: string, serial: number): PremisesTable {
  return {
    id: `P ${id}`,
    town_code: TOWN,
    village_code: VILLAGE,
    address: `东莞市寮步镇示例路${serial + 1}号`,
    estate: null,
    building: null,
    unit: null,
    room: null,
    lat: 22.98 + serial / 10_000,
    lon: 113.87,
    zone: 'rural',
    device_id: id,
    critical_kind: null,
  };
}

function account(id: string, serial: number): AccountTable {
  return {
    id,
    number: String(1_000_000_000_000_000 + serial),
    customer_id: 'C',
    premises_id: `P ${id}`,
    tariff: 'residential_tiered',
    state: 'active',
    free_kwh: 0,
    opened_at: 0,
  };
}
