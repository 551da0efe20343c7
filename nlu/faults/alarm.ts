import { HAZARDS, PEOPLE_AT_RISK } from '../../domain/faults/fault-facts.ts';
import { INTENTS, type Intent } from '../../domain/intent.ts';
import type { AlarmGround, AlarmWeights } from '../artefact/language-model.ts';
import type { FactProbabilities } from './decide-fault.ts';
import type { FactName } from './fact-rules.ts';
import type { Findings } from './find-facts.ts';
import { GRAVE_HAZARDS, GRAVE_PEOPLE, isGrave, UNNAMED_SITE } from './grave-facts.ts';
import { wordingOf } from './wording-of.ts';

export interface AlarmSource {
  readonly findings: Findings;
  readonly probabilities: FactProbabilities;
  /** UTF-16 units of the normalised text. */
  readonly length: number;
}

/** What an emergency shows itself by, all of it together: the features of one last logistic function. */
export function alarmFeatures({ findings, probabilities }: AlarmSource): number[] {
  const wordings = [
    ...HAZARDS.filter((hazard) => GRAVE_HAZARDS.has(hazard)).map((hazard) =>
      wordingOf(`hazard.${hazard}`, findings.facts),
    ),
    ...PEOPLE_AT_RISK.filter((person) => GRAVE_PEOPLE.has(person)).map((person) =>
      wordingOf(`people.${person}`, findings.facts),
    ),
  ];
  const present = wordings.filter((wording) => wording === 'present').length;
  const hinted = wordings.filter((wording) => wording === 'hinted').length;
  const graveHazard = Math.max(
    ...HAZARDS.map((hazard, at) => (GRAVE_HAZARDS.has(hazard) ? (probabilities.hazards[at] ?? 0) : 0)),
  );
  const gravePerson = Math.max(
    ...PEOPLE_AT_RISK.map((person, at) => (GRAVE_PEOPLE.has(person) ? (probabilities.people[at] ?? 0) : 0)),
  );
  const site = probabilities.site[0] ?? 0;
  const isSite = site >= UNNAMED_SITE || wordingOf('site.critical', findings.facts) !== 'unsaid';
  const darkSite = isSite ? site * (probabilities.no_power[0] ?? 0) : 0;
  const chance = (intent: Intent): number => probabilities.intent[INTENTS.indexOf(intent)] ?? 0;
  return [
    1,
    logit(probabilities.emergency[0] ?? 0),
    logit(probabilities.trouble[0] ?? 0),
    logit(graveHazard),
    logit(gravePerson),
    logit(darkSite),
    Math.min(present, 2),
    Math.min(hinted, 2),
    wordings.includes('supposed') ? 1 : 0,
    wordings.includes('denied') ? 1 : 0,
    chance('report_hazard'),
    chance('ask_safety_advice'),
    chance('out_of_scope'),
    chance('report_outage'),
  ];
}

/** Whether the message sounds like an emergency, taking its words and what is usual around such words together. */
export function isAlarming({ weights, thresholds }: AlarmWeights, source: AlarmSource): boolean {
  const ground = alarmGround(source.findings);
  if (ground === 'unsaid' && coverage(source, (fact) => fact === 'no_power') >= MOST_OF_IT) return false;
  return alarmOf(weights, source) >= thresholds[ground];
}

/** The gravest thing that the words say of an emergency. */
export function alarmGround({ facts }: Findings): AlarmGround {
  const said = facts.filter((finding) => isGrave(finding.fact));
  if (said.some((finding) => finding.status === 'present' && finding.weak !== true)) return 'present';
  if (said.some((finding) => finding.status === 'present')) return 'hinted';
  if (said.some((finding) => finding.status === 'supposed')) return 'supposed';
  if (said.length > 0) return 'denied';
  return facts.some((finding) => finding.fact === 'site.critical') ? 'site' : 'unsaid';
}

export function alarmOf(weights: readonly number[], source: AlarmSource): number {
  if (coverage(source, isGrave) >= MOST_OF_IT) return 1;
  const score = alarmFeatures(source).reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);
  return 1 / (1 + Math.exp(-score));
}

function logit(probability: number): number {
  const bounded = Math.min(0.995, Math.max(0.005, probability));
  return Math.log(bounded / (1 - bounded));
}

const MOST_OF_IT = 0.6;

/** How much of a short message a fact plainly said takes up: "漏电" alone is a cry, "冇電" alone is an outage and no more. */
function coverage({ findings, length }: AlarmSource, counts: (fact: FactName) => boolean): number {
  let longest = 0;
  for (const finding of findings.facts) {
    if (!counts(finding.fact) || finding.status !== 'present' || finding.weak === true) continue;
    longest = Math.max(longest, finding.end - finding.start);
  }
  return length === 0 ? 0 : Math.min(1, longest / length);
}
