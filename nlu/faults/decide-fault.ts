import {
  FAULT_CLASSES,
  type FaultClass,
  type FaultFacts,
  HAZARDS,
  type Hazard,
  PEOPLE_AT_RISK,
  type PersonAtRisk,
  SCOPES,
  type Scope,
  SITES,
} from '../../domain/faults/fault-facts.ts';
import { INTENTS, type Intent } from '../../domain/intent.ts';
import type { Thresholds } from '../artefact/language-model.ts';
import type { HeadName } from '../features/heads.ts';
import type { FactName } from './fact-rules.ts';
import type { Findings } from './find-facts.ts';
import { GRAVE_HAZARDS, GRAVE_PEOPLE, UNNAMED_SITE } from './grave-facts.ts';
import { wordingOf } from './wording-of.ts';

/** Calibrated probabilities by head, in the order of the head's labels. */
export type FactProbabilities = Readonly<Record<HeadName, readonly number[]>>;

export interface FaultEvidenceSource {
  readonly findings: Findings;
  readonly probabilities: FactProbabilities;
  readonly thresholds: Thresholds;
  /** Whether the message as a whole, or a sentence of it, sounds like an emergency. */
  readonly alarmed: boolean;
}

/**
 * The fault frame of a message, or null where it tells of no trouble. Words and classifier decide together: a fact
 * holds where its probability reaches a threshold that depends on what the words say; a danger plainly said needs
 * next to nothing more, a danger denied needs much.
 */
export function decideFault(source: FaultEvidenceSource): FaultFacts | null {
  const held = <Label extends string>(head: HeadName, labels: readonly Label[], factOf: (label: Label) => FactName) =>
    labels.filter((label, at) => holds(source, head, at, factOf(label)));
  const said: GraveFacts = {
    hazards: held('hazards', HAZARDS, (hazard) => `hazard.${hazard}`),
    people: held('people', PEOPLE_AT_RISK, (person) => `people.${person}`),
    site: held('site', SITES, (kind) => `site.${kind}`),
    no_power: held('no_power', ['no_power'] as const, () => 'no_power').length > 0,
  };
  const { alarmed } = source;
  const { hazards, people, site, no_power } = alarmed ? withLikeliest(source, said) : withoutGrave(said);
  if (!alarmed && !isTrouble(source) && hazards.length === 0) return null;
  const scope = bestOf<Scope>(SCOPES, source.probabilities.scope);
  return { class: classOf(source, scope === 'area' && no_power), hazards, people, site, scope, no_power };
}

function holds(source: FaultEvidenceSource, head: HeadName, label: number, fact: FactName): boolean {
  const wording = wordingOf(fact, source.findings.facts);
  const chosen = (source.thresholds[fact] ?? source.thresholds[head])?.[wording] ?? 0.5;
  const least = head === 'site' && wording === 'unsaid' ? Math.max(chosen, UNNAMED_SITE) : chosen;
  return (source.probabilities[head][label] ?? 0) >= least;
}

interface GraveFacts extends Pick<FaultFacts, 'hazards' | 'people' | 'site' | 'no_power'> {}

function withoutGrave(said: GraveFacts): GraveFacts {
  return {
    ...said,
    hazards: said.hazards.filter((hazard) => !GRAVE_HAZARDS.has(hazard)),
    people: said.people.filter((person) => !GRAVE_PEOPLE.has(person)),
  };
}

/** Adds the likeliest reason for an alarm where none is shown: where words and whole disagree about danger, danger wins. */
function withLikeliest(source: FaultEvidenceSource, said: GraveFacts): GraveFacts {
  const shown =
    said.hazards.some((hazard) => GRAVE_HAZARDS.has(hazard)) || said.people.some((person) => GRAVE_PEOPLE.has(person));
  if (shown || (said.no_power && said.site.length > 0)) return said;
  const { probabilities } = source;
  const hazard = likeliestOf(
    source,
    'hazards',
    HAZARDS.filter((one) => GRAVE_HAZARDS.has(one)),
  );
  const person = likeliestOf(
    source,
    'people',
    PEOPLE_AT_RISK.filter((one) => GRAVE_PEOPLE.has(one)),
  );
  const isNamed = wordingOf('site.critical', source.findings.facts) !== 'unsaid';
  const dark = isNamed ? (probabilities.site[0] ?? 0) * (probabilities.no_power[0] ?? 0) : 0;
  if (dark > Math.max(hazard.probability, person.probability)) return { ...said, site: [...SITES], no_power: true };
  if (person.probability > hazard.probability) {
    return { ...said, people: PEOPLE_AT_RISK.filter((one) => said.people.includes(one) || one === person.label) };
  }
  return { ...said, hazards: HAZARDS.filter((one) => said.hazards.includes(one) || one === hazard.label) };
}

/** The likeliest of the labels that is not denied. */
function likeliestOf(
  { findings, probabilities }: FaultEvidenceSource,
  head: 'hazards' | 'people',
  labels: readonly (Hazard | PersonAtRisk)[],
): { label: Hazard | PersonAtRisk | null; probability: number } {
  const all: readonly (Hazard | PersonAtRisk)[] = head === 'hazards' ? HAZARDS : PEOPLE_AT_RISK;
  const prefix = head === 'hazards' ? 'hazard' : 'people';
  let best: { label: Hazard | PersonAtRisk | null; probability: number } = { label: null, probability: -1 };
  for (const label of labels) {
    const probability = probabilities[head][all.indexOf(label)] ?? 0;
    if (wordingOf(`${prefix}.${label}` as FactName, findings.facts) === 'denied') continue;
    if (probability > best.probability) best = { label, probability };
  }
  return best;
}

function isTrouble(source: FaultEvidenceSource): boolean {
  return troubleOf(source.probabilities) >= (source.thresholds.trouble?.unsaid ?? 0.5);
}

/** Intents that are never without trouble. */
const TROUBLES: ReadonlySet<Intent> = new Set<Intent>([
  'report_outage',
  'report_power_quality',
  'report_hazard',
  'report_meter',
  'request_reconnection',
]);

/** How likely there is a fault frame at all: asked outright, and by what is wanted. */
export function troubleOf(probabilities: FactProbabilities): number {
  let wanted = 0;
  INTENTS.forEach((intent, at) => {
    if (TROUBLES.has(intent)) wanted += probabilities.intent[at] ?? 0;
  });
  return Math.max(wanted, probabilities.trouble[0] ?? 0);
}

/** From this probability on, a high-voltage device that is named makes the class, where it would not be told otherwise. */
const LIKELY_ENOUGH = 0.1;

/** A whole area dark, or high-voltage equipment named, is what the taxonomy calls high voltage, where nothing tells otherwise. */
function classOf(source: FaultEvidenceSource, areaIsDark: boolean): FaultClass {
  const { probabilities, findings } = source;
  const likeliest = bestOf<FaultClass>(FAULT_CLASSES, probabilities.class);
  if (likeliest !== 'unknown') return likeliest;
  const isNamed = findings.hits.some(({ concept }) => concept === 'high_voltage');
  const probability = probabilities.class[FAULT_CLASSES.indexOf('high_voltage')] ?? 0;
  return areaIsDark || (isNamed && probability >= LIKELY_ENOUGH) ? 'high_voltage' : 'unknown';
}

function bestOf<Label>(labels: readonly [Label, ...Label[]], probabilities: readonly number[]): Label {
  let best: Label = labels[0];
  let highest = -1;
  labels.forEach((label, at) => {
    const probability = probabilities[at] ?? 0;
    if (probability > highest) {
      highest = probability;
      best = label;
    }
  });
  return best;
}
