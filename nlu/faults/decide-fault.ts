import {
  FAULT_CLASSES,
  type FaultClass,
  type FaultFacts,
  HAZARDS,
  type Hazard,
  PEOPLE_AT_RISK,
  SCOPES,
  type Scope,
  SITES,
} from '../../domain/faults/fault-facts.ts';
import type { Thresholds } from '../artefact/language-model.ts';
import type { HeadName } from '../features/heads.ts';
import type { FactName } from './fact-rules.ts';
import type { Findings } from './find-facts.ts';
import { GRAVE_HAZARDS, GRAVE_PEOPLE, isGrave } from './grave-facts.ts';
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
  const saidHazards = held('hazards', HAZARDS, (hazard) => `hazard.${hazard}`);
  const saidPeople = held('people', PEOPLE_AT_RISK, (person) => `people.${person}`);
  const site = held('site', SITES, (kind) => `site.${kind}`);
  const no_power = held('no_power', ['no_power'] as const, () => 'no_power').length > 0;
  const { alarmed } = source;
  const shown =
    saidHazards.some((hazard) => GRAVE_HAZARDS.has(hazard)) || saidPeople.some((person) => GRAVE_PEOPLE.has(person));
  const grave = shown || (no_power && site.length > 0);
  const hazards = alarmed
    ? grave
      ? saidHazards
      : withLikeliest(source, saidHazards)
    : saidHazards.filter((hazard) => !GRAVE_HAZARDS.has(hazard));
  const people = alarmed ? saidPeople : saidPeople.filter((person) => !GRAVE_PEOPLE.has(person));
  if (!alarmed && !isTrouble(source) && hazards.length === 0) return null;
  return {
    class: classOf(source),
    hazards,
    people,
    site,
    scope: bestOf<Scope>(SCOPES, source.probabilities.scope),
    no_power,
  };
}

function holds(source: FaultEvidenceSource, head: HeadName, label: number, fact: FactName): boolean {
  const wording = wordingOf(fact, source.findings.facts);
  if (source.alarmed && wording === 'present' && isGrave(fact)) return true;
  const least = source.thresholds[head]?.[wording] ?? 0.5;
  return (source.probabilities[head][label] ?? 0) >= least;
}

/** Adds the likeliest of the dangers: where words and whole disagree about danger, danger wins. */
function withLikeliest(source: FaultEvidenceSource, said: readonly Hazard[]): Hazard[] {
  let likeliest: Hazard | null = null;
  let highest = 0;
  HAZARDS.forEach((hazard, at) => {
    const probability = source.probabilities.hazards[at] ?? 0;
    const denied = wordingOf(`hazard.${hazard}`, source.findings.facts) === 'denied';
    if (GRAVE_HAZARDS.has(hazard) && !denied && probability > highest) {
      highest = probability;
      likeliest = hazard;
    }
  });
  return HAZARDS.filter((hazard) => said.includes(hazard) || hazard === likeliest);
}

function isTrouble(source: FaultEvidenceSource): boolean {
  return (source.probabilities.trouble[0] ?? 0) >= (source.thresholds.trouble?.unsaid ?? 0.5);
}

function classOf(source: FaultEvidenceSource): FaultClass {
  return bestOf<FaultClass>(FAULT_CLASSES, source.probabilities.class);
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
