import type { Severity } from '../faults/severity.ts';
import type { Zone } from '../utility-profile.ts';
import type { ClockTerms } from './clock-terms.ts';
import { endOfWorkingDays } from './working-days.ts';

/** `redispatch` is dispatch once more, of work that came back. */
export const CLOCKS = [
  'dispatch',
  'redispatch',
  'arrival',
  'restoration',
  'call_back',
  'visit',
  'meter',
  'contact',
  'answer',
  'reconnection',
] as const;
export type ClockName = (typeof CLOCKS)[number];

/** What of a ticket its clocks depend on; moments are milliseconds since 1970, null until it was so. */
export interface ClockedTicket {
  readonly kind: string;
  readonly severity: Severity;
  /** Of a customer whose supply others depend upon. */
  readonly important: boolean;
  /** Null where nobody has said. */
  readonly zone: Zone | null;
  readonly createdAt: number;
  /** When a crew was first given it. */
  readonly dispatchedAt: number | null;
  /** When work that a crew had was last given back, and when a crew was given it again. */
  readonly returnedAt: number | null;
  readonly redispatchedAt: number | null;
  readonly arrivedAt: number | null;
  readonly resolvedAt: number | null;
  /** When the customer was spoken to: after the repair, or about what they complain of. */
  readonly contactedAt: number | null;
  readonly closedAt: number | null;
  /** True where it was closed because it fell away. */
  readonly cancelled: boolean;
}

export interface TicketClock {
  readonly name: ClockName;
  readonly startedAt: number;
  readonly warnAt: number;
  readonly dueAt: number;
  /** When what it measures was done, or the ticket was over without; null while it runs. */
  readonly stoppedAt: number | null;
  /** False while it runs, and where the ticket was over without. */
  readonly done: boolean;
}

const CLOCKED_KINDS = ['fault', 'damage_claim', 'meter', 'complaint', 'reconnection'] as const;
type ClockedKind = (typeof CLOCKED_KINDS)[number];

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * The clocks of a ticket that have started, in the order in which they start. A zone that nobody has named counts as
 * urban, which has the shortest terms; an emergency is never given longer than an important customer.
 */
export function ticketClocks(ticket: ClockedTicket, terms: ClockTerms): TicketClock[] {
  const warnShare = terms.warnAtPercent[ticket.severity].value / 100;
  return rulesFor(ticket.kind).flatMap(({ name, from, due, done }) => {
    const startedAt = from(ticket);
    if (startedAt === null) return [];
    const dueAt = due({ ticket, terms, startedAt });
    const doneAt = done(ticket);
    return {
      name,
      startedAt,
      warnAt: startedAt + Math.round((dueAt - startedAt) * warnShare),
      dueAt,
      stoppedAt: doneAt ?? ticket.closedAt,
      done: doneAt !== null,
    };
  });
}

/** Kinds of tickets that have clocks. */
export function clockedKinds(): readonly ClockedKind[] {
  return CLOCKED_KINDS;
}

/** The clock that runs out first of those that run. */
export function firstToRunOut<T extends Pick<TicketClock, 'dueAt' | 'stoppedAt'>>(clocks: readonly T[]): T | null {
  const running = clocks.filter(({ stoppedAt }) => stoppedAt === null);
  return running.toSorted((a, b) => a.dueAt - b.dueAt)[0] ?? null;
}

/** When somebody is first to be warned, and when the first clock runs out, of those that run; null where none does. */
export function clockMarks(clocks: readonly TicketClock[]): {
  readonly riskAt: number | null;
  readonly overdueAt: number | null;
} {
  const running = clocks.filter(({ stoppedAt }) => stoppedAt === null);
  if (running.length === 0) return { riskAt: null, overdueAt: null };
  return {
    riskAt: Math.min(...running.map(({ warnAt }) => warnAt)),
    overdueAt: Math.min(...running.map(({ dueAt }) => dueAt)),
  };
}

interface Rule {
  readonly name: ClockName;
  readonly from: (ticket: ClockedTicket) => number | null;
  readonly due: (given: Given) => number;
  /** When what it measures was done; null while it was not. */
  readonly done: (ticket: ClockedTicket) => number | null;
}

interface Given {
  readonly ticket: ClockedTicket;
  readonly terms: ClockTerms;
  readonly startedAt: number;
}

const reported = ({ createdAt }: ClockedTicket) => createdAt;
const settled = ({ resolvedAt, closedAt, cancelled }: ClockedTicket) => resolvedAt ?? (cancelled ? null : closedAt);

const RULES: Readonly<Record<ClockedKind, readonly Rule[]>> = {
  fault: [
    {
      name: 'dispatch',
      from: reported,
      due: dispatchDue,
      // What is on site, or back, needs nobody sent.
      done: ({ dispatchedAt, arrivedAt, resolvedAt }) => dispatchedAt ?? arrivedAt ?? resolvedAt,
    },
    {
      name: 'arrival',
      from: reported,
      due: ({ ticket, terms, startedAt }) => {
        const usual = terms.arrivalMinutes[ticket.zone ?? 'urban'].value;
        return startedAt + shortened(ticket, usual, terms.importantArrivalMinutes.value) * MINUTE;
      },
      done: ({ arrivedAt }) => arrivedAt,
    },
    {
      name: 'redispatch',
      from: ({ returnedAt }) => returnedAt,
      due: dispatchDue,
      done: ({ redispatchedAt, resolvedAt }) => redispatchedAt ?? resolvedAt,
    },
    {
      name: 'restoration',
      from: ({ arrivedAt }) => arrivedAt,
      due: ({ ticket, terms, startedAt }) => startedAt + terms.restorationHours[ticket.zone ?? 'urban'].value * HOUR,
      done: ({ resolvedAt }) => resolvedAt,
    },
    {
      name: 'call_back',
      from: ({ resolvedAt }) => resolvedAt,
      due: ({ terms, startedAt }) => startedAt + terms.callBackHours.value * HOUR,
      done: ({ contactedAt }) => contactedAt,
    },
  ],
  damage_claim: [
    {
      name: 'visit',
      from: reported,
      due: ({ terms, startedAt }) => startedAt + terms.damageVisitHours.value * HOUR,
      done: ({ arrivedAt }) => arrivedAt,
    },
  ],
  meter: [
    {
      name: 'meter',
      from: reported,
      due: ({ terms, startedAt }) => endOfWorkingDays(startedAt, terms.meterWorkingDays.value, terms.calendar),
      done: settled,
    },
  ],
  complaint: [
    {
      name: 'contact',
      from: reported,
      due: ({ terms, startedAt }) => startedAt + terms.complaintContactHours.value * HOUR,
      done: (ticket) => ticket.contactedAt ?? settled(ticket),
    },
    {
      name: 'answer',
      from: reported,
      due: ({ terms, startedAt }) =>
        endOfWorkingDays(startedAt, terms.complaintAnswerWorkingDays.value, terms.calendar),
      done: settled,
    },
  ],
  reconnection: [
    {
      name: 'reconnection',
      from: reported,
      due: ({ terms, startedAt }) => startedAt + terms.reconnectionHours.value * HOUR,
      done: settled,
    },
  ],
};

function rulesFor(kind: string): readonly Rule[] {
  const clocked = CLOCKED_KINDS.find((one) => one === kind);
  return clocked === undefined ? [] : RULES[clocked];
}

function dispatchDue({ ticket, terms, startedAt }: Given): number {
  return startedAt + shortened(ticket, terms.dispatchMinutes.value, terms.importantDispatchMinutes.value) * MINUTE;
}

function shortened({ severity, important }: ClockedTicket, usual: number, atMost: number): number {
  return severity === 'P1' || important ? Math.min(usual, atMost) : usual;
}
