import { FAULT_CLASSES, HAZARDS, PEOPLE_AT_RISK, SCOPES, SITES } from '../../domain/faults/fault-facts.ts';
import { INTENTS } from '../../domain/intent.ts';

/** A question the model answers: exactly one of its labels holds, or any of them. */
export interface Head {
  readonly name: HeadName;
  readonly kind: 'one' | 'any';
  readonly labels: readonly string[];
}

export const HEADS = [
  { name: 'intent', kind: 'one', labels: INTENTS },
  /** Whether there is a fault frame at all. */
  { name: 'trouble', kind: 'any', labels: ['trouble'] },
  /** Whether it is an emergency: asked apart, so that a danger put in nobody's words is still heard. */
  { name: 'emergency', kind: 'any', labels: ['P1'] },
  { name: 'hazards', kind: 'any', labels: HAZARDS },
  { name: 'people', kind: 'any', labels: PEOPLE_AT_RISK },
  { name: 'site', kind: 'any', labels: SITES },
  { name: 'no_power', kind: 'any', labels: ['no_power'] },
  { name: 'class', kind: 'one', labels: FAULT_CLASSES },
  { name: 'scope', kind: 'one', labels: SCOPES },
  /** Cantonese among messages in Chinese. */
  { name: 'cantonese', kind: 'any', labels: ['yue'] },
] as const satisfies readonly { name: string; kind: 'one' | 'any'; labels: readonly string[] }[];

export type HeadName = (typeof HEADS)[number]['name'];

export interface HeadRange extends Head {
  /** The head's outputs, from `start` to before `end`. */
  readonly start: number;
  readonly end: number;
}

/** Where each head's outputs stand among all outputs. */
export function headRanges(): readonly HeadRange[] {
  let start = 0;
  return HEADS.map((head) => {
    const range = { ...head, start, end: start + head.labels.length };
    start = range.end;
    return range;
  });
}
