import { gradeFault } from '../../domain/faults/severity.ts';
import type { Frame } from '../frame/frame.ts';
import { requestPerson } from '../people/request-person.ts';
import type { Turn } from '../turn.ts';
import { askForFault } from './ask-for-fault.ts';
import { isEmergency } from './emergency.ts';
import { amendFaultTicket, faultTicketCard, openFaultTicket } from './fault-ticket.ts';
import {
  believedFacts,
  describesFault,
  type FaultValues,
  hasPlace,
  isSettled,
  joinsIncident,
  NO_VALUES,
  nextFaultField,
} from './fault-values.ts';
import { fillFault, tells } from './fill-fault.ts';
import { withWhatIsKnown } from './known-here.ts';
import { sayWhatIsKnown } from './known-outages.ts';
import { withOwnTicket } from './own-ticket.ts';
import { settleFault } from './settle-fault.ts';

export const REPORT_FAULT = 'report_fault';

/** A fault from first words to a graded ticket. */
export const reportFault: Frame<FaultValues> = {
  id: REPORT_FAULT,
  version: 2,
  start: (options) => ({ ...NO_VALUES, ...options }),
  fill: fillFault,
  tellsMore: (before, after) => after.news.codes.length > 0 || tells(before, after),
  next: nextFaultField,
  ask: askForFault,

  async before(turn, given) {
    const values = await withWhatIsKnown(turn, await withOwnTicket(turn, given));
    remember(turn, values);
    if (values.ticket) return addToTicket(turn, values);
    if (!isEmergency(values) || !hasPlace(values)) return values;
    return standAtOnce(turn, values);
  },

  skip(values, field) {
    if (field === 'place') return { ...values, placeless: true };
    if (field === 'explained') return { ...values, explains: 'no' };
    if (field === 'own') return { ...values, ownAnswer: 'other' };
    if (field === 'danger') return { ...values, danger: 'passed' };
    return { ...values, ...withoutCheck(values, field), skipped: [...values.skipped, field] };
  },

  async finish(turn, values) {
    if (isSettled(values)) {
      await settleFault(turn, values);
      return values.ticket;
    }
    if (values.ticket) {
      if (turn.said === 0) await turn.say({ text: turn.words.fault.amended(values.ticket.number) });
      return values.ticket;
    }
    const opened = await open(turn, values);
    if (isDangerUnnamed(values)) {
      await turn.say({ text: turn.words.fault.personForDanger });
      await requestPerson(turn, 'emergency');
    } else if (!hasPlace(values) || opened.placeless) {
      await turn.say({ text: turn.words.fault.personForPlace });
      await requestPerson(turn, 'no_place');
    }
    return opened.ticket;
  },

  /** Whoever takes over finds what is known as a ticket, place or none; of nothing at all there is none. */
  async handOver(turn, values) {
    if (values.ticket || isSettled(values) || !describesFault(values)) return values;
    if (values.own && !isEmergency(values)) {
      const taken = await withOwnTicket(turn, { ...values, ownAnswer: 'add' });
      if (taken.ticket) return addToTicket(turn, taken);
    }
    return open(turn, { ...values, placeless: !hasPlace(values) });
  },

  async cancel(turn, values) {
    const { fault } = turn.words;
    const text = values.ticket ? fault.cancelledWithTicket(values.ticket.number) : fault.cancelled;
    await turn.say({ text });
  },

  gathered(values) {
    const entries = { place: values.place, since: values.since, phone: values.phone };
    return Object.fromEntries(Object.entries(entries).filter((entry): entry is [string, string] => entry[1] !== null));
  },
};

/** There is danger, and nobody could say which: a person has to find out. */
function isDangerUnnamed({ danger, facts }: FaultValues): boolean {
  return danger === 'some' && facts.hazards.length === 0 && facts.people.every((person) => person === 'vulnerable');
}

/** A step of the self-check answered twice in vain ends it. */
function withoutCheck({ check }: FaultValues, field: string): Partial<FaultValues> {
  if (!field.startsWith('check.')) return {};
  return { check: { step: null, oneTrips: check?.oneTrips ?? false, outcome: 'declined' } };
}

/** An emergency: the ticket stands and people are alerted before anything more is asked. */
async function standAtOnce(turn: Turn, values: FaultValues): Promise<FaultValues> {
  const opened = await open(turn, values);
  const people = opened.facts.people.some((person) => person === 'injured' || person === 'trapped');
  if (opened.placeless) {
    await turn.say({ text: turn.words.fault.personForPlace });
    await requestPerson(turn, 'no_place');
  } else if (people) {
    await turn.say({ text: turn.words.fault.personForEmergency });
    await requestPerson(turn, 'emergency');
  }
  return opened;
}

async function open(turn: Turn, values: FaultValues): Promise<FaultValues> {
  const opened = openFaultTicket(turn, values);
  turn.memory.lastFault = opened;
  const { words } = turn;
  const joined = joinsIncident(opened) ? `${words.common.space}${words.fault.joined}` : '';
  await turn.say({
    text: `${words.ticket.stands(opened.ticket?.number ?? '')}${joined}`,
    card: faultTicketCard(turn, opened),
  });
  // Elsewhere it was said when the place was.
  if (opened.known === null) await sayWhatIsKnown(turn, opened.place);
  return opened;
}

/** More was said of a fault whose ticket stands: it goes into the ticket, and a changed place is said back. */
async function addToTicket(turn: Turn, values: FaultValues): Promise<FaultValues> {
  const { values: amended, changed } = amendFaultTicket(turn, values);
  const { ticket, place } = amended;
  turn.memory.lastFault = amended;
  if (changed.includes('place') && ticket && place !== null) {
    await turn.say({ text: turn.words.fault.placeChanged(ticket.number, place) });
  }
  return amended;
}

/** Keeps the desk's summary in step with what is known. */
function remember(turn: Turn, values: FaultValues): void {
  const facts = believedFacts(values);
  const { severity, reasons } = gradeFault(facts);
  const fault = { ...facts, hazards: [...facts.hazards], people: [...facts.people], site: [...facts.site] };
  turn.memory.summary = { ...turn.memory.summary, fault, severity, reasons: [...reasons] };
  turn.factsKept = true;
}
