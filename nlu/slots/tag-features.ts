import type { Intent } from '../../domain/intent.ts';
import { hashPair, hashSeed, hashText } from '../features/feature-hash.ts';
import type { Span } from '../normalise/normal-text.ts';
import type { TextUnit } from './text-units.ts';
import { wordClassOf } from './word-classes.ts';

export interface TagSource {
  readonly units: readonly TextUnit[];
  /** Names of the gazetteer, times and months by grammar: spans of the normalised text. */
  readonly places: readonly Span[];
  readonly times: readonly Span[];
  readonly months: readonly Span[];
  /** Numbered parts of addresses, by grammar. */
  readonly parts: readonly Span[];
  readonly intent: Intent;
}

const WORD = hashSeed('tag word');
const PADDING = hashText(WORD, '|');
const NONE = hashText(WORD, '-');
const FIRST = hashText(WORD, 'first');
const LATER = hashText(WORD, 'later');
const TOPICS = {
  billing: hashText(WORD, 'billing'),
  trouble: hashText(WORD, 'trouble'),
  other: hashText(WORD, 'other'),
};
const BILLING: ReadonlySet<Intent> = new Set<Intent>([
  'ask_balance',
  'ask_bill',
  'dispute_bill',
  'ask_late_fee',
  'ask_invoice',
  'report_payment_problem',
  'ask_saving_tips',
]);
const TROUBLE: ReadonlySet<Intent> = new Set<Intent>([
  'report_outage',
  'report_power_quality',
  'report_hazard',
  'report_meter',
  'ask_fault_status',
  'claim_damage',
  'request_reconnection',
]);

/** Each kind of feature joins two of the columns below, at two places relative to the unit. */
type Column = 'word' | 'class' | 'shape' | 'place' | 'time' | 'month' | 'part' | 'edge' | 'topic' | 'intent' | 'turn';
const TEMPLATES: readonly (readonly [Column, number, Column, number])[] = [
  ['word', 0, 'shape', 0],
  ['word', -1, 'shape', 0],
  ['word', 1, 'shape', 0],
  ['word', -2, 'shape', 0],
  ['word', 2, 'shape', 0],
  ['word', -1, 'word', 0],
  ['word', 0, 'word', 1],
  ['word', -2, 'word', -1],
  ['word', 1, 'word', 2],
  ['class', 0, 'class', 1],
  ['class', -1, 'class', 0],
  ['class', 1, 'class', 2],
  ['class', 1, 'shape', 0],
  ['shape', 0, 'shape', 1],
  ['shape', -1, 'shape', 0],
  ['turn', 0, 'shape', 1],
  ['place', 0, 'shape', 0],
  ['place', -1, 'place', 0],
  ['place', 0, 'place', 1],
  ['place', -1, 'class', 0],
  ['place', 1, 'class', 0],
  ['time', 0, 'time', 1],
  ['time', 0, 'topic', 0],
  ['time', 0, 'word', -1],
  ['month', 0, 'topic', 0],
  ['month', 0, 'month', 1],
  ['month', 0, 'word', -1],
  ['class', 0, 'topic', 0],
  ['time', 0, 'intent', 0],
  ['month', 0, 'intent', 0],
  ['part', 0, 'shape', 0],
  ['part', 0, 'part', 1],
  ['part', -1, 'part', 0],
  ['part', 0, 'place', -1],
  ['part', 1, 'word', 0],
  ['edge', 0, 'shape', 0],
  ['edge', 0, 'place', 0],
];
const SEEDS = TEMPLATES.map((template) => hashSeed(template.join(' ')));
const TURN = hashSeed('tag turn');
const EDGES = 3;

/** For each unit the hashes of what surrounds it. */
export function tagFeatures(source: TagSource): Uint32Array[] {
  const columns = columnsOf(source);
  return source.units.map((_, unit) => {
    const hashes = new Uint32Array(TEMPLATES.length);
    for (let kind = 0; kind < TEMPLATES.length; kind += 1) {
      const template = TEMPLATES[kind];
      if (template === undefined) continue;
      const first = columns[template[0]][unit + template[1]] ?? PADDING;
      const second = columns[template[2]][unit + template[3]] ?? PADDING;
      hashes[kind] = hashPair(SEEDS[kind] ?? 0, first, second);
    }
    return hashes;
  });
}

function columnsOf({ units, places, times, months, parts, intent }: TagSource): Record<Column, readonly number[]> {
  const shape = units.map((unit) => hashText(WORD, unit.shape));
  const wanted = hashText(WORD, intent);
  const topic = BILLING.has(intent) ? TOPICS.billing : TROUBLE.has(intent) ? TOPICS.trouble : TOPICS.other;
  return {
    word: units.map((unit) =>
      hashText(WORD, unit.shape === 'number' ? `#${Math.min(unit.words.length, 6)}` : unit.words),
    ),
    class: units.map((unit) => hashText(WORD, wordClassOf(unit.words))),
    shape,
    place: inside(units, places),
    time: inside(units, times),
    month: inside(units, months),
    part: inside(units, parts),
    edge: units.map((_, at) => Math.min(at, EDGES) * (EDGES + 1) + Math.min(units.length - 1 - at, EDGES)),
    topic: units.map(() => topic),
    intent: units.map(() => wanted),
    turn: shape.map((own, at) => hashPair(TURN, shape[at - 1] ?? PADDING, own)),
  };
}

function inside(units: readonly TextUnit[], spans: readonly Span[]): number[] {
  return units.map((unit) => {
    const span = spans.find((candidate) => unit.start >= candidate.start && unit.end <= candidate.end);
    return span === undefined ? NONE : unit.start === span.start ? FIRST : LATER;
  });
}
