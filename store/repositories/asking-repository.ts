import { type Kysely, type Selectable, sql } from 'kysely';
import { type Database, type Statement, statement } from '../database.ts';
import type {
  AskingConsentTable,
  IncidentAskingTable,
  SupplyQuestionState,
  SupplyQuestionTable,
} from '../tables/asking-tables.ts';
import type { Tables } from '../tables.ts';
import { OPEN_INCIDENTS } from './dark-accounts.ts';
import { devicesBelow } from './devices-below.ts';

export type AskingConsent = Selectable<AskingConsentTable>;
export type SupplyQuestion = Selectable<SupplyQuestionTable>;
export type IncidentAsking = Selectable<IncidentAskingTable>;

/** Somebody who may be asked. */
export interface MayBeAsked {
  readonly account_id: string;
  readonly conversation_id: string;
  readonly premises_id: string;
  readonly address: string;
}

/** How many were asked because of an incident, and what has come of it. */
export type AskedTally = Readonly<Record<SupplyQuestionState, number>>;

export interface AskedPerson {
  readonly account_id: string;
  readonly number: string;
  readonly state: SupplyQuestionState;
  readonly asked_at: number;
  readonly expires_at: number;
  readonly answered_at: number | null;
}

export const NOBODY_ASKED: AskedTally = { asked: 0, on: 0, dark: 0, other: 0, expired: 0, over: 0 };

/** Who may be asked whether they have power, who was, and what they answered. */
export class AskingRepository {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  /** Enters what an account's customer has said to being asked. */
  consent(said: AskingConsent): Statement {
    const insert = this.#query.insertInto('asking_consent').values(said);
    return statement(insert.onConflict((conflict) => conflict.doNothing()));
  }

  /** Whoever speaks in a conversation wants to be asked no more: for every account that they agreed for there. */
  refuse({ conversation_id, words, at }: Pick<AskingConsent, 'conversation_id' | 'words' | 'at'>): Statement {
    const agreed = this.#agreed()
      .select([
        'consent.account_id',
        sql<number>`cast(${at} as bigint)`.as('at'),
        'consent.conversation_id',
        sql<number>`cast(0 as bigint)`.as('agrees'),
        sql<string>`cast(${words} as text)`.as('words'),
      ])
      .where('consent.conversation_id', '=', conversation_id);
    return statement(
      this.#query
        .insertInto('asking_consent')
        .columns(['account_id', 'at', 'conversation_id', 'agrees', 'words'])
        .expression(agreed)
        .onConflict((conflict) => conflict.doNothing()),
    );
  }

  /** What was said last for an account; null where nothing was. */
  async consentOf(accountId: string): Promise<AskingConsent | null> {
    const row = await this.#query
      .selectFrom('asking_consent')
      .selectAll()
      .where('account_id', '=', accountId)
      .orderBy('at', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row ?? null;
  }

  /** Accounts for which somebody has agreed in a conversation and still does. */
  async agreedIn(conversationId: string): Promise<string[]> {
    const rows = await this.#agreed()
      .select('consent.account_id')
      .where('consent.conversation_id', '=', conversationId)
      .execute();
    return rows.map(({ account_id }) => account_id);
  }

  /**
   * Who may be asked below a device: has agreed, is supplied, depends on no device that keeps alive, has not said anything
   * since `since`, was not asked because of the incident, nor at all since `restedSince`, and is not being served by a
   * person. Whoever was asked longest ago stands first.
   */
  mayBeAsked(below: {
    readonly deviceId: string;
    readonly incidentId: string;
    readonly since: number;
    readonly restedSince: number;
  }): Promise<MayBeAsked[]> {
    const { deviceId, incidentId, since, restedSince } = below;
    const lastAsked = sql<
      number | null
    >`(select max(asked_at) from supply_question where supply_question.account_id = account.id)`;
    return this.#agreed()
      .innerJoin('account', 'account.id', 'consent.account_id')
      .innerJoin('customer', 'customer.id', 'account.customer_id')
      .innerJoin('premises', 'premises.id', 'account.premises_id')
      .innerJoin('conversation', 'conversation.id', 'consent.conversation_id')
      .select(['consent.account_id', 'consent.conversation_id', 'premises.id as premises_id', 'premises.address'])
      .where('account.state', '=', 'active')
      .where('customer.special_need', 'is', null)
      .where('premises.device_id', 'in', devicesBelow(this.#query, [deviceId]))
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('ticket')
              .select('ticket.id')
              .where('ticket.kind', '=', 'fault')
              .where(({ or, eb }) =>
                or([
                  eb('ticket.account_id', '=', sql.ref<string>('account.id')),
                  eb('ticket.conversation_id', '=', sql.ref<string>('consent.conversation_id')),
                ]),
              )
              .where(({ or, eb }) => or([eb('ticket.closed_at', 'is', null), eb('ticket.created_at', '>=', since)])),
          ),
        ),
      )
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('supply_word')
              .select('supply_word.id')
              .whereRef('supply_word.premises_id', '=', 'premises.id')
              .where('supply_word.at', '>=', since),
          ),
        ),
      )
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('supply_question as before')
              .select('before.id')
              .where(({ or, and, eb }) =>
                or([
                  and([
                    eb('before.account_id', '=', sql.ref<string>('account.id')),
                    or([eb('before.incident_id', '=', incidentId), eb('before.asked_at', '>', restedSince)]),
                  ]),
                  and([
                    eb('before.conversation_id', '=', sql.ref<string>('consent.conversation_id')),
                    eb('before.asked_at', '>', restedSince),
                  ]),
                ]),
              ),
          ),
        ),
      )
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('service_session')
              .select('service_session.id')
              .whereRef('service_session.id', '=', 'conversation.session_id')
              .where('service_session.state', 'in', ['queued', 'assigned']),
          ),
        ),
      )
      .orderBy(sql`coalesce(${lastAsked}, 0)`)
      .orderBy('consent.account_id')
      .execute();
  }

  /** Refused as `asked` where the customer was asked because of this incident before. */
  ask(question: Omit<SupplyQuestion, 'state' | 'answered_at'>): Statement {
    const insert = this.#query
      .insertInto('supply_question')
      .values({ ...question, state: 'asked', answered_at: null })
      .onConflict((conflict) => conflict.doNothing());
    return statement(insert, { expect: 1, refusal: 'asked' });
  }

  /** A question with whether its incident is still open, and whether the customer may still be asked. */
  async question(id: string): Promise<(SupplyQuestion & { readonly open: boolean; readonly agrees: boolean }) | null> {
    const row = await this.#query
      .selectFrom('supply_question as question')
      .leftJoin('incident', 'incident.id', 'question.incident_id')
      .selectAll('question')
      .select('incident.state as incident_state')
      .where('question.id', '=', id)
      .executeTakeFirst();
    if (!row) return null;
    const { incident_state, ...question } = row;
    const consent = await this.consentOf(question.account_id);
    return {
      ...question,
      open: OPEN_INCIDENTS.some((state) => state === incident_state),
      agrees: consent?.agrees === 1,
    };
  }

  /** Changes nothing where it was answered before, or can't be any more. */
  settle(id: string, state: Exclude<SupplyQuestionState, 'asked' | 'expired'>, at: number): Statement {
    return statement(
      this.#query
        .updateTable('supply_question')
        .set({ state, answered_at: state === 'over' ? null : at })
        .where('id', '=', id)
        .where('state', '=', 'asked')
        .where('expires_at', '>', state === 'over' ? 0 : at),
    );
  }

  /** Questions that nobody has answered in time, and those of incidents that are over. */
  sweep(now: number): Statement[] {
    const open = this.#query.selectFrom('incident').select('id').where('state', 'in', OPEN_INCIDENTS);
    const stale = this.#query.updateTable('supply_question').where('state', '=', 'asked');
    return [
      statement(stale.set({ state: 'over' }).where('incident_id', 'not in', open)),
      statement(stale.set({ state: 'expired' }).where('expires_at', '<=', now)),
    ];
  }

  /** Incidents with questions to sweep. */
  stale(now: number): Promise<Pick<SupplyQuestion, 'incident_id' | 'feeder_id'>[]> {
    return this.#query
      .selectFrom('supply_question as question')
      .leftJoin('incident', 'incident.id', 'question.incident_id')
      .select(['question.incident_id', 'question.feeder_id'])
      .distinct()
      .where('question.state', '=', 'asked')
      .where(({ or, eb }) =>
        or([
          eb('question.expires_at', '<=', now),
          eb('incident.state', 'is', null),
          eb('incident.state', 'not in', OPEN_INCIDENTS),
        ]),
      )
      .execute();
  }

  /** Accounts on a feeder that were asked and may yet answer, the latest last. */
  async waitingOn(feederId: string, now: number): Promise<string[]> {
    const rows = await this.#query
      .selectFrom('supply_question')
      .select('account_id')
      .where('feeder_id', '=', feederId)
      .where('state', '=', 'asked')
      .where('expires_at', '>', now)
      .orderBy('asked_at')
      .orderBy('account_id')
      .execute();
    return rows.map(({ account_id }) => account_id);
  }

  /** By incident. What has run out counts as not answered, whether or not it is swept yet. */
  async tallies(incidentIds: readonly string[], now: number): Promise<ReadonlyMap<string, AskedTally>> {
    if (incidentIds.length === 0) return new Map();
    const state = sql<SupplyQuestionState>`case when state = 'asked' and expires_at <= ${now} then 'expired' else state end`;
    const rows = await this.#query
      .selectFrom('supply_question')
      .select(['incident_id', state.as('state')])
      .where('incident_id', 'in', incidentIds)
      .execute();
    const tallies = new Map<string, AskedTally>();
    for (const row of rows) {
      const tally = tallies.get(row.incident_id) ?? NOBODY_ASKED;
      tallies.set(row.incident_id, { ...tally, [row.state]: tally[row.state] + 1 });
    }
    return tallies;
  }

  /** Who was asked because of an incident, the latest first; by their account numbers, no names. */
  people(incidentId: string, limit: number): Promise<AskedPerson[]> {
    return this.#query
      .selectFrom('supply_question as question')
      .innerJoin('account', 'account.id', 'question.account_id')
      .select(['question.account_id', 'account.number', 'question.state'])
      .select(['question.asked_at', 'question.expires_at', 'question.answered_at'])
      .where('question.incident_id', '=', incidentId)
      .orderBy('question.asked_at', 'desc')
      .orderBy('account.number')
      .limit(limit)
      .execute();
  }

  async ofIncidents(incidentIds: readonly string[]): Promise<ReadonlyMap<string, IncidentAsking>> {
    if (incidentIds.length === 0) return new Map();
    const rows = await this.#query
      .selectFrom('incident_asking')
      .selectAll()
      .where('incident_id', 'in', incidentIds)
      .execute();
    return new Map(rows.map((row) => [row.incident_id, row]));
  }

  /** A person starts or stops asking because of an incident. */
  decide(
    incidentId: string,
    decided: { readonly asks: boolean; readonly byId: string; readonly at: number },
  ): Statement {
    const columns = { asks: Number(decided.asks), by_id: decided.byId, decided_at: decided.at };
    const row = { incident_id: incidentId, ...columns, would_tell: null, gain: null, looked_at: null };
    return this.#put(row, columns);
  }

  /** How many it would pay to ask, and what they would tell. */
  noteWorth(
    incidentId: string,
    worth: { readonly count: number; readonly gain: number; readonly at: number },
  ): Statement {
    const columns = { would_tell: worth.count, gain: worth.gain, looked_at: worth.at };
    return this.#put({ incident_id: incidentId, asks: null, by_id: null, decided_at: null, ...columns }, columns);
  }

  #put(row: IncidentAsking, change: Partial<IncidentAsking>): Statement {
    const insert = this.#query.insertInto('incident_asking').values(row);
    return statement(
      insert.onConflict((conflict) => conflict.column('incident_id').doUpdateSet(change)),
      { expect: 1 },
    );
  }

  /** What counts of what was said: agreement, and nothing since. */
  #agreed() {
    return this.#query
      .selectFrom('asking_consent as consent')
      .where('consent.agrees', '=', 1)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('asking_consent as later')
              .select('later.at')
              .whereRef('later.account_id', '=', 'consent.account_id')
              .whereRef('later.at', '>', 'consent.at'),
          ),
        ),
      );
  }
}
