import {
  FAULT_CLASSES,
  type FaultFacts,
  HAZARDS,
  PEOPLE_AT_RISK,
  SCOPES,
  SITES,
} from '../../domain/faults/fault-facts.ts';
import type { LanguageModel } from '../artefact/language-model.ts';
import { type HeadName, headRanges } from '../features/heads.ts';
import type { ReadMessage } from '../features/read-message.ts';
import { originalSpan, type Span } from '../normalise/normal-text.ts';
import type { Evidence } from '../understanding.ts';
import { explainOutput } from './explain-output.ts';

export interface EvidenceSource {
  readonly message: ReadMessage;
  readonly fault: FaultFacts;
  readonly model: LanguageModel;
}

/** The words that showed each fact of a frame, as spans of the customer's own text: the lexicon's, else those that weighed most. */
export function evidenceOf(source: EvidenceSource): Evidence[] {
  const { fault } = source;
  const facts: [string, HeadName, number][] = [
    ...fault.hazards.map((hazard): [string, HeadName, number] => [
      `hazard.${hazard}`,
      'hazards',
      HAZARDS.indexOf(hazard),
    ]),
    ...fault.people.map((person): [string, HeadName, number] => [
      `people.${person}`,
      'people',
      PEOPLE_AT_RISK.indexOf(person),
    ]),
    ...fault.site.map((site): [string, HeadName, number] => [`site.${site}`, 'site', SITES.indexOf(site)]),
    ...(fault.no_power ? ([['no_power', 'no_power', 0]] as [string, HeadName, number][]) : []),
    ...(fault.scope === 'unknown'
      ? []
      : ([[`scope.${fault.scope}`, 'scope', SCOPES.indexOf(fault.scope)]] as [string, HeadName, number][])),
    ...(fault.class === 'unknown'
      ? []
      : ([[`class.${fault.class}`, 'class', FAULT_CLASSES.indexOf(fault.class)]] as [string, HeadName, number][])),
  ];
  return facts.flatMap(([fact, head, label]) =>
    spansOf(source, fact, head, label).map((span) => ({ fact, ...originalSpan(source.message.normal, span) })),
  );
}

function spansOf(source: EvidenceSource, fact: string, head: HeadName, label: number): Span[] {
  const { findings, normal } = source.message;
  const worded = fact.startsWith('class.')
    ? findings.hits.filter(
        (hit) => `class.${hit.concept}` === fact || (hit.concept === 'internal' && fact === 'class.customer_internal'),
      )
    : findings.facts.filter((finding) => finding.fact === fact && finding.status === 'present');
  if (worded.length > 0) return withoutRepeats(worded);
  const output = (headRanges().find((range) => range.name === head)?.start ?? 0) + label;
  const explained = explainOutput(source.model, normal.text, output);
  return explained === null ? [] : [explained];
}

/** Spans inside other spans say nothing more. */
function withoutRepeats(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const { start, end } of [...spans].sort((left, right) => left.start - right.start || right.end - left.end)) {
    const last = kept.at(-1);
    if (last === undefined || end > last.end) kept.push({ start, end });
  }
  return kept.slice(0, SPANS_SHOWN);
}

const SPANS_SHOWN = 5;
