import type { Localisation } from '../../domain/faults/localisation/create-localiser.ts';
import { type GradedTicket, risksLife } from '../../domain/incidents/grade-incident.ts';
import { explainIncident, NO_EXPLANATION } from '../../domain/incidents/incident-explanation.ts';
import type { IncidentChange } from '../../domain/incidents/reconcile-incidents.ts';
import { isRestored } from '../../domain/tickets/ticket-states.ts';
import type { Statement } from '../../store/database.ts';
import type { BriefTicket, IncidentEntry, StoredIncident } from '../../store/repositories/incident-repository.ts';
import { blankIncident } from './blank-incident.ts';
import { extentColumns } from './extent-columns.ts';
import type { Extent } from './feeder.ts';
import { darkSince, type FeederView } from './feeder-view.ts';
import type { InferringParts } from './incident-parts.ts';
import { interruptionsOf } from './interruptions-of.ts';

/** Incidents of a feeder while it is decided what becomes of them. */
export interface IncidentDrafts {
  join(incidentId: string, tickets: readonly string[]): void;
  apply(change: IncidentChange): void;
  /** What is to be committed, and which incidents it changes; nothing where nothing has changed. */
  finish(): { readonly statements: readonly Statement[]; readonly changed: readonly string[] };
}

export interface DraftMatter {
  readonly view: FeederView;
  /** Tickets of the standing incidents that the view does not show: over, restored, or reported elsewhere. */
  readonly elsewhere: readonly BriefTicket[];
  readonly found: Pick<Localisation, 'causes' | 'ranking'>;
}

type Parts = Pick<InferringParts, 'incidents' | 'interruptions' | 'areas' | 'reading' | 'newId' | 'newNumber'>;

interface Draft {
  readonly before: StoredIncident | null;
  row: StoredIncident;
  /** Tickets that are new to it, by id. */
  readonly joining: Set<string>;
  readonly entries: IncidentEntry[];
  /** Rows of reliability that its end gives rise to. */
  readonly ends: Statement[];
}

const NOTICEABLE = 0.02;
/** Tickets that an entry of the history names; it counts them all. */
const MOST_NAMED = 50;

export function draftIncidents(parts: Parts, matter: DraftMatter): IncidentDrafts {
  const drafts = new Map<string, Draft>(
    [...matter.view.standing, ...matter.view.upstream].map((row) => [
      row.id,
      { before: row, row, joining: new Set(), entries: [], ends: [] },
    ]),
  );
  const work = new DraftWork(parts, matter, drafts);
  return {
    join: (incidentId, tickets) => work.join(incidentId, tickets),
    apply: (change) => work.apply(change),
    finish: () => work.finish(),
  };
}

class DraftWork {
  readonly #parts: Parts;
  readonly #matter: DraftMatter;
  readonly #drafts: Map<string, Draft>;
  /** By ticket: its incident as it stands in the drafts. */
  readonly #incidentOf: Map<string, string>;
  /** By ticket: the incident on which a person has put it. */
  readonly #byHand: ReadonlyMap<string, string>;
  readonly #graded: ReadonlyMap<string, GradedTicket & { readonly number: string; readonly at: number }>;

  constructor(parts: Parts, matter: DraftMatter, drafts: Map<string, Draft>) {
    this.#parts = parts;
    this.#matter = matter;
    this.#drafts = drafts;
    const elsewhere = matter.elsewhere.filter(({ closed_at, state }) => closed_at === null && !isRestored(state));
    const open = [...elsewhere, ...matter.view.tickets];
    this.#incidentOf = new Map(
      open.flatMap(({ id, incident_id }) => (incident_id === null ? [] : [[id, incident_id] as const])),
    );
    this.#byHand = new Map(
      open.flatMap(({ id, incident_id, by_hand }) =>
        by_hand === 1 && incident_id !== null ? [[id, incident_id] as const] : [],
      ),
    );
    this.#graded = new Map(
      open.map((ticket) => {
        const { id, number, severity, reasons } = ticket;
        return [id, { number, severity, reasons: parts.reading.reasons(reasons), at: darkSince(ticket) }];
      }),
    );
  }

  join(incidentId: string, tickets: readonly string[]): void {
    const draft = this.#drafts.get(incidentId);
    for (const ticket of tickets) {
      if (!draft || this.#incidentOf.get(ticket) === incidentId) continue;
      this.#incidentOf.set(ticket, incidentId);
      draft.joining.add(ticket);
    }
  }

  apply(change: IncidentChange): void {
    switch (change.kind) {
      case 'open':
        this.#open(change.fault);
        break;
      case 'keep':
        if (change.fault) this.#move(change.incidentId, change.fault);
        break;
      case 'merge':
        this.#merge(change.incidentId, change.into);
        break;
      case 'nest':
        this.#nest(change.incidentId, change.within);
        break;
      case 'fade':
        this.#fade(change.incidentId);
        break;
    }
  }

  finish(): { statements: Statement[]; changed: string[] } {
    const statements: Statement[] = [];
    const changed: string[] = [];
    for (const draft of this.#drafts.values()) {
      this.#regrade(draft);
      const own = this.#statementsOf(draft);
      if (own.length === 0) continue;
      statements.push(...own);
      changed.push(draft.row.id);
    }
    return { statements, changed };
  }

  #open({ deviceId, tickets }: { readonly deviceId: string; readonly tickets: readonly string[] }): void {
    const { view } = this.#matter;
    const id = this.#parts.newId();
    const first = Math.min(view.at, ...tickets.map((ticket) => this.#graded.get(ticket)?.at ?? view.at));
    const row = {
      ...blankIncident({ id, number: this.#parts.newNumber(), at: view.at }),
      feeder_id: view.feeder.id,
      device_id: deviceId,
      started_at: first,
      ...this.#judged(deviceId),
    };
    const data = { device: deviceId, probability: row.probability };
    const entries = [{ at: view.at, actor: 'system', type: 'opened', data }];
    this.#drafts.set(id, { before: null, row, joining: new Set(), entries, ends: [] });
    this.join(id, tickets);
  }

  #move(incidentId: string, { deviceId, tickets }: { readonly deviceId: string; readonly tickets: readonly string[] }) {
    const draft = this.#drafts.get(incidentId);
    if (!draft) return;
    const { device_id: from } = draft.row;
    const judged = this.#judged(deviceId);
    if (from !== deviceId) {
      this.#note(draft, 'device', {
        ...(from === null ? {} : { from }),
        to: deviceId,
        probability: judged.probability,
      });
    }
    const noticed = from !== deviceId || Math.abs(judged.probability - draft.row.probability) >= NOTICEABLE;
    draft.row = { ...draft.row, device_id: deviceId, within_id: null, ...(noticed ? judged : {}) };
    this.join(incidentId, tickets);
  }

  #merge(incidentId: string, intoId: string): void {
    const [draft, into] = [this.#drafts.get(incidentId), this.#drafts.get(intoId)];
    if (!draft || !into) return;
    const { at } = this.#matter.view;
    this.join(intoId, this.#ticketsOf(incidentId));
    draft.row = { ...draft.row, state: 'merged', merged_into: intoId, closed_at: at };
    this.#note(draft, 'merged', { into: into.row.number });
    this.#note(into, 'merged', { from: draft.row.number });
    into.row = { ...into.row, started_at: Math.min(into.row.started_at, draft.row.started_at) };
  }

  #nest(incidentId: string, within: string): void {
    const draft = this.#drafts.get(incidentId);
    if (!draft || draft.row.within_id === within) return;
    draft.row = { ...draft.row, within_id: within };
    this.#note(draft, 'nested', { within: this.#drafts.get(within)?.row.number ?? within });
  }

  /** Nobody is dark by it any more: it is restored where its tickets were, else there was nothing. */
  #fade(incidentId: string): void {
    const draft = this.#drafts.get(incidentId);
    if (!draft) return;
    const { at } = this.#matter.view;
    const { device_id, started_at } = draft.row;
    const resolved = this.#matter.elsewhere.flatMap(({ incident_id, resolved_at }) =>
      incident_id === incidentId && resolved_at !== null ? [resolved_at] : [],
    );
    if (resolved.length === 0) {
      draft.row = { ...draft.row, state: 'rejected', closed_at: at };
      this.#note(draft, 'rejected', { note: 'no_reports' });
      return;
    }
    const restoredAt = Math.max(started_at, ...resolved);
    draft.row = { ...draft.row, state: 'restored', restored_at: restoredAt };
    this.#note(draft, 'restored', { at: restoredAt });
    const extent = this.#extentOf(device_id);
    if (extent === null) return;
    draft.ends.push(...this.#parts.interruptions.save(interruptionsOf(draft.row, extent, restoredAt)));
  }

  /** Probability and reasons of a device, by what was inferred. */
  #judged(deviceId: string): Pick<StoredIncident, 'probability' | 'explanation'> {
    const { found, view } = this.#matter;
    const cause = found.causes.find(({ device }) => device === deviceId);
    if (!cause) return { probability: 0, explanation: JSON.stringify(NO_EXPLANATION) };
    const { isWithin } = view.feeder;
    const explanation = explainIncident(cause, found.ranking, (a, b) => isWithin(a, b) || isWithin(b, a));
    return { probability: Number(cause.p.toFixed(3)), explanation: JSON.stringify(explanation) };
  }

  #extentOf(device: string | null): Extent | null {
    const { feeder, extents } = this.#matter.view;
    if (device === null) return null;
    return extents.get(device) ?? (feeder.deviceById.has(device) ? feeder.extentOf(device) : null);
  }

  /** What hangs on it and how grave that is, told where it changes. */
  #regrade(draft: Draft): void {
    const { row } = draft;
    if (row.state !== 'probable' && row.state !== 'confirmed') return;
    const tickets = this.#ticketsOf(row.id).flatMap((ticket) => this.#graded.get(ticket) ?? []);
    const columns = this.#matter.view.upstream.some(({ id }) => id === row.id)
      ? worsened(row, tickets)
      : extentColumns({
          areas: this.#parts.areas,
          known: this.#extentOf(row.device_id),
          probability: row.probability,
          tickets,
        });
    const { customers, severity } = columns;
    if (draft.before !== null && customers !== row.customers) {
      this.#note(draft, 'customers', { from: row.customers, to: customers });
    }
    if (draft.before !== null && severity !== row.severity) {
      this.#note(draft, 'severity', { from: row.severity, to: severity });
    }
    draft.row = { ...row, ...columns };
  }

  #statementsOf({ before, row, joining, entries, ends }: Draft): Statement[] {
    const { at } = this.#matter.view;
    const { incidents } = this.#parts;
    // Who has gone on to another incident meanwhile is not told of here.
    const joined = [...joining].filter((ticket) => this.#incidentOf.get(ticket) === row.id);
    const numbers = joined.slice(0, MOST_NAMED).flatMap((ticket) => this.#graded.get(ticket)?.number ?? []);
    const told =
      joined.length === 0
        ? entries
        : [...entries, { at, actor: 'system', type: 'joined', data: { tickets: numbers, count: joined.length } }];
    const joins = incidents.join(row.id, joined, { at, byHand: false, standing: this.#byHand });
    if (before === null) {
      const { version: _version, responsible_id: _responsible, ...columns } = row;
      const [opened, ...later] = told;
      return opened
        ? [...incidents.add(columns, opened), ...later.map((entry) => incidents.enter(row.id, entry)), ...joins]
        : [];
    }
    const change = changedColumns(before, row);
    if (Object.keys(change).length === 0 && told.length === 0) return [];
    return [...incidents.amend(before, { ...change, updated_at: at }, told), ...joins, ...ends];
  }

  #ticketsOf(incidentId: string): string[] {
    return [...this.#incidentOf].flatMap(([ticket, incident]) => (incident === incidentId ? [ticket] : []));
  }

  #note(draft: Draft, type: string, data: IncidentEntry['data']): void {
    draft.entries.push({ at: this.#matter.view.at, actor: 'system', type, data });
  }
}

/** Of an incident upstream only some tickets are seen from a feeder: they can make it graver, not less grave. */
function worsened(
  row: StoredIncident,
  tickets: readonly GradedTicket[],
): Pick<StoredIncident, 'severity' | 'life_at_risk' | 'customers'> {
  const severity = [row.severity, ...tickets.map((ticket) => ticket.severity)].sort()[0] ?? row.severity;
  return {
    severity,
    life_at_risk: Number(row.life_at_risk === 1 || tickets.some(risksLife)),
    customers: row.customers,
  };
}

function changedColumns(before: StoredIncident, after: StoredIncident): Partial<StoredIncident> {
  return Object.fromEntries(
    Object.entries(after).filter(([column, value]) => before[column as keyof StoredIncident] !== value),
  );
}
