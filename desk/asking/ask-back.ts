import { type AskedIncident, askingRoom } from '../../domain/asking/plan-asking.ts';
import type { Question } from '../../domain/faults/localisation/asking/choose-questions.ts';
import type { Statement } from '../../store/database.ts';
import type { IncidentAsking, MayBeAsked } from '../../store/repositories/asking-repository.ts';
import type { StoredIncident } from '../../store/repositories/incident-repository.ts';
import type { Transcript } from '../../store/transcript.ts';
import { SUPPLY_QUESTION, type SupplyQuestionAsked } from '../../web/protocol/notices.ts';
import { tellDesks } from '../announce.ts';
import type { Feeder } from '../incidents/feeder.ts';
import { feederQuestion } from '../incidents/feeder-question.ts';
import { type FeederView, isFixed, viewFeeder } from '../incidents/feeder-view.ts';
import { CLAIM } from '../incidents/incident-claim.ts';
import type { InferringParts } from '../incidents/incident-parts.ts';
import { storedExplanation } from '../incidents/stored-json.ts';
import { tallyOf } from './tally-of.ts';

export interface AskBackParts {
  readonly on: InferringParts;
  readonly transcript: Transcript;
  /** Something in the conversation waits for the bot. */
  readonly wake: (conversationId: string) => void;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Who has reported or said anything of their supply so lately has said it. */
const SAID_MS = 24 * HOUR;
/** A report most probably comes from there. */
const FROM_THERE = 0.5;
/** What it would tell is written anew where it differs so much. */
const NEWS_BITS = 0.05;

/**
 * Asks customers back whether they have power: those whose answers tell most of what has failed on a feeder. Question and
 * the event that has the bot put it stand in one commit, so that each is put once whatever dies; who was asked because of an
 * incident is not asked again. Where nobody is asked it is noted what asking would tell.
 */
export class AskBack {
  readonly #parts: AskBackParts;

  constructor(parts: AskBackParts) {
    this.#parts = parts;
  }

  /** After feeders were looked at, by the process that holds the claim. */
  async after(feederIds: readonly string[]): Promise<void> {
    if (!this.#parts.on.askingRules.terms.on) return;
    for (const feederId of feederIds) {
      const feeder = await this.#parts.on.network.feeder(feederId);
      if (feeder !== null) await this.#askOn(feeder);
    }
  }

  async #askOn(feeder: Feeder): Promise<void> {
    const { on } = this.#parts;
    const at = on.now();
    const open = await on.incidents.openOfFeeder(feeder.id);
    const standing = open.filter((incident) => isInferred(incident, at));
    if (standing.length === 0) return;
    const found = await this.#candidates(feeder, standing, at);
    const ids = standing.map(({ id }) => id);
    const [decided, tallies] = await Promise.all([on.asking.ofIncidents(ids), on.asking.tallies(ids, at)]);
    const incidents = ids.map((id): AskedIncident => {
      const { asked, waiting } = tallyOf(tallies.get(id));
      const asks = decided.get(id)?.asks ?? null;
      return { id, asks: asks === null ? null : asks === 1, asked, waiting };
    });
    const chosen = found.length === 0 ? [] : await this.#choose(feeder, found, at);
    const { questions, worth } = assign(chosen, found, askingRoom(incidents, { ...on.askingRules, now: at }));
    await this.#commit(feeder, { at, questions, worth: newWorth(ids, worth, decided) });
  }

  /** Who may be asked, with the incidents that their answers concern; a conversation once. */
  async #candidates(feeder: Feeder, standing: readonly StoredIncident[], at: number): Promise<Candidate[]> {
    const { on } = this.#parts;
    const restedSince = at - on.askingRules.terms.leastHoursBetween * HOUR;
    const byAccount = new Map<string, Candidate>();
    const conversations = new Map<string, string>();
    for (const incident of standing) {
      const below = { deviceId: topOf(feeder, incident), incidentId: incident.id, since: at - SAID_MS, restedSince };
      for (const row of await on.asking.mayBeAsked(below)) {
        const customer = feeder.customerOf.get(row.premises_id);
        const taken = conversations.get(row.conversation_id) ?? row.account_id;
        if (customer === undefined || taken !== row.account_id) continue;
        conversations.set(row.conversation_id, row.account_id);
        const known = byAccount.get(row.account_id);
        if (known) known.incidentIds.push(incident.id);
        else byAccount.set(row.account_id, { ...row, customer, incidentIds: [incident.id] });
      }
    }
    return [...byAccount.values()];
  }

  async #choose(feeder: Feeder, found: readonly Candidate[], at: number): Promise<readonly Question[]> {
    const { on } = this.#parts;
    const view = await viewFeeder(on, feeder, at);
    const question = feederQuestion(view);
    if (question === null) return [];
    const waiting = await on.asking.waitingOn(feeder.id, at);
    const said = reporters(view);
    const { mostPerLook, leastGainBits, noAnswerShare } = on.askingRules.terms;
    return on.localiser.choose(question, {
      mayBeAsked: found.map(({ customer }) => customer).filter((customer) => !said.has(customer)),
      pending: waiting,
      most: mostPerLook,
      leastGain: leastGainBits,
      noAnswer: noAnswerShare,
    });
  }

  async #commit(
    feeder: Feeder,
    { at, questions, worth }: { at: number; questions: readonly Assigned[]; worth: ReadonlyMap<string, Worth> },
  ): Promise<void> {
    const { on, transcript, wake } = this.#parts;
    if (questions.length === 0 && worth.size === 0) return;
    const expiresAt = at + on.askingRules.terms.expiryMinutes * MINUTE;
    const asked = questions.flatMap(({ to, incidentId, gain }): Statement[] => {
      const { account_id, conversation_id, address } = to;
      const id = on.newId();
      const value: SupplyQuestionAsked = { questionId: id, address };
      const event = { type: 'event', name: SUPPLY_QUESTION, value };
      const row = { author: 'system' as const, at, handling: 'pending' as const, body: JSON.stringify(event) };
      const question = { id, incident_id: incidentId, feeder_id: feeder.id, account_id, conversation_id, gain };
      return [
        on.asking.ask({ ...question, asked_at: at, expires_at: expiresAt }),
        ...transcript.append(conversation_id, [row]),
      ];
    });
    const { ok } = await on.database.commit([
      on.claims.fence(CLAIM, on.holder),
      ...asked,
      ...[...worth].map(([id, { count, gain }]) => on.asking.noteWorth(id, { count, gain, at })),
    ]);
    if (!ok) return;
    for (const { to } of questions) wake(to.conversation_id);
    for (const incidentId of new Set([...questions.map((each) => each.incidentId), ...worth.keys()])) {
      tellDesks(on, { type: 'incident', incidentId, feederId: feeder.id });
    }
  }
}

interface Candidate extends MayBeAsked {
  /** As localisation knows them. */
  readonly customer: string;
  readonly incidentIds: string[];
}

interface Assigned {
  readonly to: Candidate;
  readonly incidentId: string;
  readonly gain: number;
}

interface Worth {
  readonly count: number;
  readonly gain: number;
}

/** Where people have settled it, nobody need be asked. */
function isInferred(incident: StoredIncident, at: number): boolean {
  return incident.state === 'probable' && incident.device_id !== null && !isFixed(incident, at);
}

/** The uppermost of the devices that an incident may lie at: whoever hangs below it can tell. */
function topOf(feeder: Feeder, { device_id, explanation }: StoredIncident): string {
  const { alternatives } = storedExplanation.parse(explanation);
  return alternatives.reduce(
    (top, { deviceId }) => (feeder.deviceById.has(deviceId) && feeder.isWithin(top, deviceId) ? deviceId : top),
    device_id ?? feeder.id,
  );
}

/** Households that a report most probably comes from, whoever made it. */
function reporters({ evidence }: FeederView): ReadonlySet<string> {
  return new Set(
    evidence.reports.flatMap(({ candidates }) =>
      candidates.flatMap(({ customer, weight }) => (weight >= FROM_THERE ? [customer] : [])),
    ),
  );
}

/** Parts what is chosen into what is asked now, and what only would be: by incident, all that it would tell. */
function assign(
  chosen: readonly Question[],
  found: readonly Candidate[],
  room: ReadonlyMap<string, number>,
): { readonly questions: readonly Assigned[]; readonly worth: ReadonlyMap<string, Worth> } {
  const byCustomer = new Map(found.map((candidate) => [candidate.customer, candidate]));
  const left = new Map(room);
  const together = { left: Math.max(0, ...room.values()) };
  const worth = new Map<string, Worth>();
  const questions = chosen.flatMap(({ customer, gain }): Assigned[] => {
    const to = byCustomer.get(customer);
    if (!to) return [];
    for (const id of to.incidentIds) {
      const before = worth.get(id) ?? { count: 0, gain: 0 };
      worth.set(id, { count: before.count + 1, gain: before.gain + gain });
    }
    const incidentId = to.incidentIds.find((id) => (left.get(id) ?? 0) > 0);
    if (incidentId === undefined || together.left <= 0) return [];
    left.set(incidentId, (left.get(incidentId) ?? 0) - 1);
    together.left -= 1;
    return [{ to, incidentId, gain }];
  });
  return { questions, worth };
}

/** What differs from what was noted: the same again changes nothing. */
function newWorth(
  ids: readonly string[],
  worth: ReadonlyMap<string, Worth>,
  noted: ReadonlyMap<string, IncidentAsking>,
): ReadonlyMap<string, Worth> {
  return new Map(
    ids.flatMap((id) => {
      const now = worth.get(id) ?? { count: 0, gain: 0 };
      const before = noted.get(id);
      const isOld = (before?.would_tell ?? 0) === now.count && Math.abs((before?.gain ?? 0) - now.gain) < NEWS_BITS;
      return isOld ? [] : [[id, now] as const];
    }),
  );
}
