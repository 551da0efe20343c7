import { z } from 'zod';
import type { DeskWords } from '../../../strings/desk/zh-hans.ts';
import { CLOCKS, type TicketDetail, ZONES } from '../../protocol/desk/ticket.ts';
import { codeWord, factWord, reasonWord } from '../words/code-words.ts';
import { supplyOf } from '../workspace/fact-lines.ts';

type HistoryEvent = TicketDetail['history'][number];

/** What an event of a ticket's history says, a line each; what is not fit to read is left out. */
export function historyLines(words: DeskWords, { type, data }: HistoryEvent, moment: (at: number) => string): string[] {
  if (type === 'state' && typeof data.from === 'string' && typeof data.to === 'string') {
    const { ticketState } = words.codes;
    const change = words.tickets.changed(codeWord(ticketState, data.from), codeWord(ticketState, data.to));
    return [change, ...readable(words, data, ['from', 'to'])];
  }
  if (type === 'responsible' && typeof data.to === 'string') {
    const from = typeof data.from === 'string' ? data.from : words.tickets.nobody;
    const onDuty = data.by === 'duty' ? [words.tickets.onDuty] : [];
    return [words.tickets.changed(from, data.to), ...onDuty, ...readable(words, data, ['from', 'to', 'by'])];
  }
  if (type === 'escalated') return escalationLines(words, data);
  if (type === 'chased') return chaseLines(words, data);
  if (type === 'zone') return zoneLines(words, data, moment);
  // An amended description is the whole of it once more: it stands above the history already.
  return readable(words, data, type === 'amended' ? ['description', ...UNREADABLE] : UNREADABLE);
}

const escalationSchema = z.object({
  clock: z.enum(CLOCKS),
  level: z.enum(['warn', 'breach']),
  to: z.string().optional(),
  above: z.union([z.string(), z.boolean()]).optional(),
});

function escalationLines({ tickets }: DeskWords, data: HistoryEvent['data']): string[] {
  const escalation = escalationSchema.safeParse(data);
  if (!escalation.success) return [];
  const { clock, level, to, above } = escalation.data;
  return [
    tickets.notice[level](tickets.clock[clock]),
    ...(to === undefined ? [] : [tickets.told(to)]),
    ...(typeof above === 'string' ? [tickets.told(above)] : above ? [tickets.toldAbove] : []),
  ];
}

const chaseSchema = z.object({ count: z.number(), raised: z.boolean(), note: z.string().optional() });

function chaseLines({ tickets }: DeskWords, data: HistoryEvent['data']): string[] {
  const chase = chaseSchema.safeParse(data);
  if (!chase.success) return [];
  const { count, raised, note } = chase.data;
  return [tickets.chaseCount(count), ...(raised ? [tickets.chaseRaised] : []), ...(note === undefined ? [] : [note])];
}

const zoneSchema = z.object({
  from: z.enum(ZONES).optional(),
  to: z.enum(ZONES),
  by: z.enum(['account', 'village', 'town', 'position']).optional(),
  area: z.string().optional(),
  basis: z.enum(['profile', 'premises']).optional(),
  share: z.object({ of: z.number(), count: z.number() }).optional(),
  due: z.array(z.object({ clock: z.enum(CLOCKS), was: z.number(), is: z.number() })).optional(),
});

/** The zone, from what it was known, and which clocks that makes due at another time. */
function zoneLines({ tickets }: DeskWords, data: HistoryEvent['data'], moment: (at: number) => string): string[] {
  const entry = zoneSchema.safeParse(data);
  if (!entry.success) return [];
  const { from, to, by, area, basis, share, due = [] } = entry.data;
  const zone = tickets.zones[to];
  return [
    from === undefined ? zone : tickets.changed(tickets.zones[from], zone),
    ...(by === undefined ? [] : [tickets.zoneBy[by](area ?? '')]),
    ...(basis === 'profile' ? [tickets.zoneSettled] : []),
    ...(share === undefined ? [] : [tickets.zoneShare(share.count, share.of)]),
    ...due.map(({ clock, was, is }) => tickets.dueMoved(tickets.clock[clock], moment(was), moment(is))),
  ];
}

const UNREADABLE = ['lat', 'lon'];

function readable(words: DeskWords, data: HistoryEvent['data'], without: readonly string[]): string[] {
  return Object.entries(data).flatMap(([name, value]) => {
    const text = without.includes(name) ? null : valueText(words, name, unpacked(value));
    if (text === null) return [];
    return name === 'note' || name === 'text'
      ? [text]
      : [words.common.labelled(codeWord(words.codes.field, name), text)];
  });
}

function valueText(words: DeskWords, name: string, value: unknown): string | null {
  const { codes, common } = words;
  if (typeof value === 'boolean') return value ? common.on : common.off;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return listText(words, value);
  if (name === 'facts') return factsText(words, value);
  if (typeof value !== 'string' || value === '') return null;
  if (name === 'severity' && Object.hasOwn(codes.severity, value)) return `${value} ${codeWord(codes.severity, value)}`;
  if (name === 'state') return codeWord(codes.ticketState, value);
  if (name === 'kind') return codeWord(codes.ticketKind, value);
  return value;
}

function listText(words: DeskWords, values: readonly unknown[]): string | null {
  const codes = values.filter((one) => typeof one === 'string');
  return codes.length === 0 ? null : words.common.list(codes.map((code) => reasonWord(words, code)));
}

const faultSchema = z.object({
  class: z.string(),
  hazards: z.array(z.string()),
  people: z.array(z.string()),
  site: z.array(z.string()),
  scope: z.string(),
  no_power: z.boolean(),
});

function factsText(words: DeskWords, value: unknown): string | null {
  const fault = faultSchema.safeParse(value);
  if (!fault.success) return null;
  const { hazards, people, site, scope } = fault.data;
  const facts = [
    ...hazards.map((code) => `hazard.${code}`),
    ...people.map((code) => `people.${code}`),
    ...site.map((code) => `site.${code}`),
    ...supplyOf(fault.data),
    ...(scope === 'unknown' ? [] : [`scope.${scope}`]),
  ];
  return facts.length === 0 ? null : words.common.list(facts.map((fact) => factWord(words, fact)));
}

/** A column's JSON as what it holds. */
function unpacked(value: unknown): unknown {
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    // Somebody's words that merely begin with a bracket.
    return value;
  }
}
