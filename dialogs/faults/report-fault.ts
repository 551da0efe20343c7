import { gradeFault } from '../../domain/faults/severity.ts';
import type { Frame } from '../frame/frame.ts';
import type { Offer } from '../offer.ts';
import { requestPerson } from '../people/request-person.ts';
import type { Answer, Turn } from '../turn.ts';
import { amendFaultTicket, faultTicketCard, openFaultTicket } from './fault-ticket.ts';
import { type FaultField, type FaultValues, fillFault, hasPlace, NO_VALUES, nextFaultField } from './fault-values.ts';
import { sayWhatIsKnown } from './known-outages.ts';

export const REPORT_FAULT = 'report_fault';

/** A fault from first words to a graded ticket. */
export const reportFault: Frame<FaultValues> = {
  id: REPORT_FAULT,
  version: 1,
  start: (options) => ({ ...NO_VALUES, ...options }),
  fill: fillFault,
  next: nextFaultField,

  ask(turn, values, { field, again }): Answer {
    const { ask } = turn.words.fault;
    const urgent = gradeFault(values.facts).severity === 'P1';
    const questions: Record<FaultField, string> = {
      what: again ? ask.whatAgain : ask.what,
      danger: again ? ask.dangerAgain : ask.danger,
      dangerKind: ask.dangerKind,
      place: again ? ask.placeAgain : urgent ? ask.placeUrgent : ask.place,
      hurt: again ? ask.hurtAgain : ask.hurt,
      scope: again ? ask.scopeAgain : ask.scope,
      since: again ? ask.sinceAgain : ask.since,
      phone: again ? ask.phoneAgain : ask.phone,
    };
    return { text: questions[field as FaultField], offers: offersFor(turn, field as FaultField) };
  },

  async before(turn, values) {
    remember(turn, values);
    if (values.ticket) return addToTicket(turn, values);
    if (gradeFault(values.facts).severity !== 'P1' || !hasPlace(values)) return values;
    return standAtOnce(turn, values);
  },

  skip(values, field) {
    if (field === 'place') return { ...values, placeless: true };
    return { ...values, skipped: [...values.skipped, field], ...(field === 'danger' ? { danger: 'none' } : {}) };
  },

  async finish(turn, values) {
    if (values.ticket) {
      if (turn.said === 0) await turn.say({ text: turn.words.fault.amended(values.ticket.number) });
      return values.ticket;
    }
    const opened = openFaultTicket(turn, values);
    turn.memory.lastFault = opened;
    await sayTicket(turn, opened);
    if (opened.placeless) {
      await turn.say({ text: turn.words.fault.personForPlace });
      await requestPerson(turn, 'no_place');
    }
    return opened.ticket;
  },

  /** An emergency gets its ticket, place or none, before anybody else has the conversation. */
  async handOver(turn, values) {
    if (values.ticket || gradeFault(values.facts).severity !== 'P1') return values;
    const opened = openFaultTicket(turn, { ...values, placeless: !hasPlace(values) });
    turn.memory.lastFault = opened;
    await sayTicket(turn, opened);
    return opened;
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

/** An emergency: the ticket stands and people are alerted before anything more is asked. */
async function standAtOnce(turn: Turn, values: FaultValues): Promise<FaultValues> {
  const opened = openFaultTicket(turn, values);
  turn.memory.lastFault = opened;
  await sayTicket(turn, opened);
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

async function sayTicket(turn: Turn, values: FaultValues): Promise<void> {
  await turn.say({
    text: turn.words.ticket.stands(values.ticket?.number ?? ''),
    card: faultTicketCard(turn, values),
  });
  await sayWhatIsKnown(turn, values.place);
}

/** Keeps the desk's summary in step with what is known. */
function remember(turn: Turn, values: FaultValues): void {
  const { severity, reasons } = gradeFault(values.facts);
  turn.memory.summary = { ...turn.memory.summary, fault: mutableFacts(values), severity, reasons: [...reasons] };
}

function mutableFacts({ facts }: FaultValues) {
  return { ...facts, hazards: [...facts.hazards], people: [...facts.people], site: [...facts.site] };
}

function offersFor(turn: Turn, field: FaultField): Offer[] {
  const { fault, common } = turn.words;
  const value = (label: string, chosen: string): Offer => ({ label, meaning: { kind: 'value', field, value: chosen } });
  switch (field) {
    case 'danger':
      return [value(fault.offers.noDanger, 'none'), value(fault.offers.someDanger, 'some')];
    case 'dangerKind':
      return Object.entries(fault.dangers).map(([danger, label]) => value(label, danger));
    case 'hurt':
      return [value(fault.offers.nobodyHurt, 'no'), value(fault.offers.somebodyHurt, 'yes')];
    case 'scope':
      return Object.entries(fault.scopes).map(([scope, label]) => value(label, scope));
    case 'since':
    case 'phone':
      return [value(common.skip, 'skip')];
    default:
      return [];
  }
}
