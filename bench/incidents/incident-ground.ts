import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InferringParts } from '../../desk/incidents/incident-parts.ts';
import { openIncidentParts } from '../../desk/incidents/open-incident-parts.ts';
import { LocaliseThread } from '../../desk/localisation/localise-thread.ts';
import type { AskingTerms } from '../../domain/asking/asking-terms.ts';
import { DEVICE_KINDS } from '../../domain/faults/device-kinds.ts';
import type { Network } from '../../domain/faults/localisation/network.ts';
import { bulkInsert } from '../../store/bulk-insert.ts';
import type { Database } from '../../store/database.ts';
import { migrate } from '../../store/migrate.ts';
import { MemoryNerve } from '../../store/nerve/memory-nerve.ts';
import type { Ticket } from '../../store/repositories/ticket-book.ts';
import { openSqlite } from '../../store/sqlite/open-sqlite.ts';

export interface IncidentGround {
  readonly database: Database;
  readonly parts: InferringParts;
  /** The clock of the simulated time. */
  now: number;
  close(): Promise<void>;
}

const START = Date.parse('2026-07-01T18:00:00+08:00');

/** Only what reports tell is measured. */
const NOBODY_ASKED: AskingTerms = {
  ...{ on: false, startsByItself: false, mostPerIncident: 1, mostPerLook: 1, leastGainBits: 1 },
  ...{ leastHoursBetween: 1, expiryMinutes: 1, noAnswerShare: 0 },
};

/** A store with networks in it, each under names of its own, and everything that infers incidents, its thread included. */
export async function openIncidentGround(networks: readonly Network[]): Promise<IncidentGround> {
  const folder = mkdtempSync(join(tmpdir(), 'switchboard-incidents-'));
  const database = openSqlite({ folder });
  await migrate(database);
  for (const [index, network] of networks.entries()) await load(database, `N${index}/`, network);
  const nerve = new MemoryNerve();
  const localiser = new LocaliseThread();
  let drawn = 0;
  const ground: IncidentGround = {
    database,
    now: START,
    parts: openIncidentParts({
      database,
      nerve,
      localiser,
      holder: 'bench',
      timeZone: 'Asia/Shanghai',
      askingRules: { terms: NOBODY_ASKED, quietHours: { from: '00:00', to: '00:00' }, timeZone: 'Asia/Shanghai' },
      now: () => ground.now,
      newId: randomUUID,
      drawNumber: () => {
        drawn += 1;
        return drawn % 10_000;
      },
    }),
    async close() {
      await localiser.close();
      await nerve.close();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return ground;
}

/** A ticket of somebody who has no power, by the account of a customer of the network. */
export function outageTicket(serial: number, accountId: string, at: number): Ticket {
  const facts = { class: 'unknown', hazards: [], people: [], site: [], scope: 'premises', no_power: true };
  return {
    id: `t${String(serial).padStart(6, '0')}`,
    number: `${serial}`,
    former_id: null,
    kind: 'fault',
    state: 'received',
    severity: 'P3',
    reasons: '["no_power"]',
    facts: JSON.stringify(facts),
    place: null,
    lat: null,
    lon: null,
    since: null,
    phone: null,
    description: '停电',
    account_id: accountId,
    conversation_id: null,
    session_id: null,
    responsible_id: null,
    responsible_role: 'dispatcher',
    language: 'zh-Hans',
    version: 1,
    created_at: at,
    updated_at: at,
    closed_at: null,
    zone: null,
    important: 0,
    crew: null,
    dispatched_at: null,
    returned_at: null,
    redispatched_at: null,
    first_responder: null,
    arrived_at: null,
    resolved_at: null,
    contacted_at: null,
    chases: 0,
    look_at: null,
    at_risk_at: null,
    overdue_at: null,
    eta_at: null,
    eta_source: null,
    eta_set_at: null,
  };
}

async function load(database: Database, prefix: string, { devices, customers }: Network): Promise<void> {
  await bulkInsert(
    database,
    'network_device',
    devices.map(({ id, kind, parent }) => ({
      id: prefix + id,
      kind: DEVICE_KINDS.find((known) => known === kind) ?? 'lv_line',
      parent_id: parent === null ? null : prefix + parent,
      name: `${kind} ${prefix}${id}`,
      lat: 23,
      lon: 113.8,
    })),
  );
  const customer = { id: `${prefix}owner`, name: '示例', phone: '19900000000', special_need: null };
  await bulkInsert(database, 'customer', [customer]);
  await bulkInsert(
    database,
    'premises',
    customers.map(({ id, device }, index) => ({
      id: `P${prefix}${id}`,
      town_code: '441900111',
      village_code: '441900111203',
      address: `东莞市寮步镇石步村示例路${index + 1}号`,
      estate: null,
      building: null,
      unit: null,
      room: null,
      lat: 23,
      lon: 113.8,
      zone: 'urban' as const,
      device_id: prefix + device,
      critical_kind: null,
    })),
  );
  await bulkInsert(
    database,
    'account',
    customers.map(({ id }, index) => ({
      id: prefix + id,
      number: `${prefix}${String(index).padStart(8, '0')}`,
      customer_id: `${prefix}owner`,
      premises_id: `P${prefix}${id}`,
      tariff: 'residential_tiered' as const,
      state: 'active' as const,
      free_kwh: 0,
      opened_at: 0,
    })),
  );
}
