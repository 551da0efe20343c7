import { randomUUID } from 'node:crypto';
import { DEMO_CUSTOMER } from '../../data/demo/demo-customer.ts';
import { statement } from '../../store/database.ts';
import type { IncidentTable } from '../../store/tables/incident-tables.ts';
import { SUPPLY_QUESTION } from '../../web/protocol/notices.ts';
import type { ConversationRig, RigConversation } from '../support/conversation-rig.ts';

const EXPIRY_MS = 10 * 60_000;
const { accountId } = DEMO_CUSTOMER;

/** What asking back has left of the demo account. */
export interface AskedPower {
  /** State of the last question; null where there was none. */
  readonly question: string | null;
  /** The last word of its supply. */
  readonly word: string | null;
  /** What was said last to being asked. */
  readonly consent: { readonly agrees: number; readonly words: string } | null;
}

/** The system has the demo account's customer asked, who has agreed to it unless they have said otherwise, because of a new incident. */
export async function putPowerQuestion(
  rig: ConversationRig,
  { id: conversation_id }: RigConversation,
  state: IncidentTable['state'],
): Promise<void> {
  const { database, services, now, turns } = rig;
  const [id, incident_id] = [randomUUID(), randomUUID()];
  const supply = await database.query
    .selectFrom('account')
    .innerJoin('premises', 'premises.id', 'account.premises_id')
    .select(['premises.device_id', 'premises.address'])
    .where('account.id', '=', accountId)
    .executeTakeFirstOrThrow();
  const consented = (await services.asking.consentOf(accountId)) !== null;
  const consent = { account_id: accountId, conversation_id, agrees: 1, words: '可以问我', at: now };
  const event = { type: 'event', name: SUPPLY_QUESTION, value: { questionId: id, address: supply.address } };
  await database.commit([
    statement(
      database.query.insertInto('incident').values({ ...incidentAt(supply.device_id, incident_id, now), state }),
    ),
    ...(consented ? [] : [services.asking.consent(consent)]),
    services.asking.ask({
      ...{ id, incident_id, feeder_id: 'F', account_id: accountId, conversation_id, gain: 0.5 },
      ...{ asked_at: now, expires_at: now + EXPIRY_MS },
    }),
    ...turns.transcript.append(conversation_id, [
      { author: 'system', at: now, handling: 'pending', body: JSON.stringify(event) },
    ]),
  ]);
  turns.mailbox.wake(conversation_id);
}

export async function askedPower({ database, services }: ConversationRig): Promise<AskedPower> {
  const { query } = database;
  const [question, word, consent] = await Promise.all([
    query.selectFrom('supply_question').select('state').orderBy('asked_at', 'desc').executeTakeFirst(),
    query.selectFrom('supply_word').select('kind').where('asked', '=', 1).orderBy('at', 'desc').executeTakeFirst(),
    services.asking.consentOf(accountId),
  ]);
  return {
    question: question?.state ?? null,
    word: word?.kind ?? null,
    consent: consent === null ? null : { agrees: consent.agrees, words: consent.words },
  };
}

export async function forgetAsked({ database }: ConversationRig): Promise<void> {
  const tables = ['supply_question', 'supply_word', 'asking_consent', 'incident', 'ticket'] as const;
  await database.commit(tables.map((table) => statement(database.query.deleteFrom(table))));
}

function incidentAt(device_id: string, id: string, at: number): IncidentTable {
  return {
    ...{ id, number: `IN${id}`, device_id, feeder_id: 'F', state: 'probable', origin: 'inferred', pinned: 0 },
    ...{ probability: 0.9, explanation: '{"reasons":[],"alternatives":[]}', customers: 12, severity: 'P3' },
    ...{ life_at_risk: 0, life_support: 0, critical_sites: '[]', cause: null, area_codes: '[]', area: '示例片区' },
    ...{ started_at: at, opened_at: at, eta_at: null, eta_source: null, eta_set_at: null, eta_set_by: null },
    ...{ crew: null, responsible_id: null, within_id: null, merged_into: null, restored_at: null, closed_at: null },
    ...{ updated_at: at, version: 1 },
  };
}
