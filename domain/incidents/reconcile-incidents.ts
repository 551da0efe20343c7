/** An open incident as it stands. */
export interface StandingIncident {
  readonly id: string;
  readonly deviceId: string | null;
  /** A person has said where it is: it is neither moved nor merged nor faded. */
  readonly pinned: boolean;
  /** It was inferred, and goes when nobody is dark by it any more. */
  readonly mayFade: boolean;
  /** It is an emergency, or life is at risk: no automatic merge hides it. */
  readonly grave: boolean;
  /** It is kept apart within another. */
  readonly nested: boolean;
  /** The open incident at a device above its own that people, or time, have settled: it explains this one too. */
  readonly coveredBy: string | null;
  /** Open tickets of it. */
  readonly tickets: readonly string[];
  readonly openedAt: number;
}

/** A device that is inferred to have failed, and the tickets that this explains. */
export interface InferredFault {
  readonly deviceId: string;
  readonly tickets: readonly string[];
}

export type IncidentChange =
  | { readonly kind: 'open'; readonly fault: InferredFault }
  /** Its device is now the fault's, and the fault's tickets join it; null: it stays as it is. */
  | { readonly kind: 'keep'; readonly incidentId: string; readonly fault: InferredFault | null }
  | { readonly kind: 'merge'; readonly incidentId: string; readonly into: string }
  | { readonly kind: 'nest'; readonly incidentId: string; readonly within: string }
  | { readonly kind: 'fade'; readonly incidentId: string };

export interface Reconciled {
  readonly standing: readonly StandingIncident[];
  readonly inferred: readonly InferredFault[];
  /** Tickets that a person has put where they are. */
  readonly byHand: ReadonlySet<string>;
  /** Whether a device is another or lies below it. */
  readonly isWithin: (device: string, above: string) => boolean;
}

/**
 * What becomes of a feeder's open incidents by what is inferred now. Each ticket stays in one incident; each fault goes
 * on as the incident that it most probably was; an incident that turns out to be part of another goes into it, unless
 * it is grave: then it stays, within the other. The same again changes nothing.
 */
export function reconcileIncidents(given: Reconciled): IncidentChange[] {
  const covered = given.standing.filter(({ pinned, coveredBy }) => !pinned && coveredBy !== null);
  const free = given.standing.filter(({ pinned, coveredBy }) => !pinned && coveredBy === null);
  const matches = matchUp(free, given);
  const incidentOf = new Map([...matches].map(([incident, fault]) => [fault, incident]));
  const apart = free.flatMap((incident) => (matches.has(incident) ? [] : [unmatched(incident, given, incidentOf)]));
  const held = heldTickets(given, apart);
  const kept = [...matches].map(
    ([incident, fault]): IncidentChange => ({
      kind: 'keep',
      incidentId: incident.id,
      fault: joining(fault, incident, held),
    }),
  );
  const opened = given.inferred.flatMap((fault): IncidentChange[] => {
    if (incidentOf.has(fault)) return [];
    const mine = joining(fault, null, held);
    return mine.tickets.length > 0 ? [{ kind: 'open', fault: mine }] : [];
  });
  return [...covered.map((incident) => goesInto(incident, given.byHand)), ...apart, ...kept, ...opened];
}

function goesInto({ id, grave, tickets, coveredBy }: StandingIncident, byHand: ReadonlySet<string>): IncidentChange {
  const into = coveredBy ?? id;
  // Where nobody is dark by it any more, there is nothing to hide; what a person has put together stays together.
  const staysApart = (grave && tickets.length > 0) || tickets.some((ticket) => byHand.has(ticket));
  return staysApart ? { kind: 'nest', incidentId: id, within: into } : { kind: 'merge', incidentId: id, into };
}

const SAME_DEVICE = 1000;
const SHARED_TICKET = 10;

function matchUp(free: readonly StandingIncident[], given: Reconciled): Map<StandingIncident, InferredFault> {
  const pairs = free.flatMap((incident) =>
    given.inferred.map((fault) => ({ incident, fault, score: likeness(incident, fault, given) })),
  );
  pairs.sort(
    (a, b) =>
      b.score - a.score ||
      Number(b.incident.grave) - Number(a.incident.grave) ||
      a.incident.openedAt - b.incident.openedAt ||
      (a.incident.id < b.incident.id ? -1 : 1),
  );
  const matches = new Map<StandingIncident, InferredFault>();
  const taken = new Set<InferredFault>();
  for (const { incident, fault, score } of pairs) {
    if (score === 0 || matches.has(incident) || taken.has(fault)) continue;
    matches.set(incident, fault);
    taken.add(fault);
  }
  return matches;
}

/** How much an incident and a fault look like one; 0 where they have nothing in common. */
function likeness(incident: StandingIncident, fault: InferredFault, { isWithin, byHand }: Reconciled): number {
  const same = incident.deviceId === fault.deviceId ? SAME_DEVICE : 0;
  // What is kept apart within another goes on as a fault of its own only at its own device.
  if (incident.nested && incident.grave) return same;
  const own = new Set(incident.tickets);
  const shared = fault.tickets.filter((ticket) => own.has(ticket) && !byHand.has(ticket)).length;
  const near =
    incident.deviceId !== null &&
    (isWithin(incident.deviceId, fault.deviceId) || isWithin(fault.deviceId, incident.deviceId));
  return same + shared * SHARED_TICKET + Number(near);
}

function unmatched(
  incident: StandingIncident,
  { inferred, isWithin, byHand }: Reconciled,
  incidentOf: ReadonlyMap<InferredFault, StandingIncident>,
): IncidentChange {
  const { id, deviceId, tickets } = incident;
  const asItIs: IncidentChange = { kind: 'keep', incidentId: id, fault: null };
  // A person has put it together.
  if (tickets.some((ticket) => byHand.has(ticket))) return asItIs;
  const around =
    inferred.find((fault) => deviceId !== null && isWithin(deviceId, fault.deviceId)) ?? explaining(tickets, inferred);
  const other = around && incidentOf.get(around);
  if (other && incident.grave) return { kind: 'nest', incidentId: id, within: other.id };
  if (other) return { kind: 'merge', incidentId: id, into: other.id };
  if (tickets.length === 0 && incident.mayFade) return { kind: 'fade', incidentId: id };
  return asItIs;
}

/** Of faults that explain all of some tickets between them, the one that explains most. */
function explaining(tickets: readonly string[], inferred: readonly InferredFault[]): InferredFault | undefined {
  const counts = inferred.map((fault) => {
    const theirs = new Set(fault.tickets);
    return { fault, count: tickets.filter((ticket) => theirs.has(ticket)).length };
  });
  const explained = counts.reduce((sum, { count }) => sum + count, 0);
  if (tickets.length === 0 || explained < tickets.length) return undefined;
  return counts.sort((a, b) => b.count - a.count)[0]?.fault;
}

/** By ticket: the incident that no inference takes it from. */
function heldTickets(
  { standing, byHand }: Reconciled,
  changes: readonly IncidentChange[],
): ReadonlyMap<string, string> {
  const nesting = new Set(changes.flatMap((change) => (change.kind === 'nest' ? [change.incidentId] : [])));
  const isApart = ({ id, grave, nested, coveredBy }: StandingIncident): boolean =>
    grave && (nested || coveredBy !== null || nesting.has(id));
  return new Map(
    standing.flatMap((incident) =>
      incident.tickets
        .filter((ticket) => isApart(incident) || byHand.has(ticket))
        .map((ticket) => [ticket, incident.id] as const),
    ),
  );
}

function joining(
  { deviceId, tickets }: InferredFault,
  incident: StandingIncident | null,
  held: ReadonlyMap<string, string>,
): InferredFault {
  return { deviceId, tickets: tickets.filter((ticket) => (held.get(ticket) ?? incident?.id) === incident?.id) };
}
