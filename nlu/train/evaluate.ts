import type { FaultFacts } from '../../domain/faults/fault-facts.ts';
import { gradeFault } from '../../domain/faults/severity.ts';
import { INTENTS } from '../../domain/intent.ts';
import { LANGUAGES } from '../../domain/language.ts';
import type { ModelHeader } from '../artefact/language-model.ts';
import { alarmOf } from '../faults/alarm.ts';
import { decideFault } from '../faults/decide-fault.ts';
import { languageOf } from '../language/language-of.ts';
import type { HeldOut } from './train-model.ts';

type Decisions = Pick<ModelHeader, 'thresholds' | 'alarm'>;

/** Shares from 0 to 1; counts where it says so. */
export interface Figures {
  readonly messages: number;
  readonly intentAccuracy: number;
  readonly intentAccuracyByLanguage: Readonly<Record<string, number>>;
  /** Expected calibration error of the intent's confidence, ten bins. */
  readonly calibrationError: number;
  readonly outOfScopeRecall: number;
  readonly inScopeRefused: number;
  readonly emergencyRecall: number;
  readonly emergencyPrecision: number;
  readonly severityAccuracy: number;
  readonly classAccuracy: number;
  readonly scopeAccuracy: number;
  readonly noPowerAccuracy: number;
  readonly hazardsF1: number;
  readonly peopleF1: number;
  readonly troubleF1: number;
  readonly slotsF1: Readonly<Record<string, number>>;
  readonly languageAccuracy: number;
}

/** The figures of the model card: of messages judged by models that never heard their author. */
export function evaluate(heldOut: readonly HeldOut[], decisions: Decisions): Figures {
  const judged = heldOut.map((item) => judge(item, decisions));
  const withFault = judged.filter((one) => one.truth !== null && one.guess !== null);
  const inScope = judged.filter((one) => one.intent !== 'out_of_scope');
  const outOfScope = judged.filter((one) => one.intent === 'out_of_scope');
  return {
    messages: judged.length,
    intentAccuracy: share(judged, (one) => one.intent === one.guessedIntent),
    intentAccuracyByLanguage: Object.fromEntries(
      LANGUAGES.map((language) => [
        language,
        share(
          judged.filter((one) => one.language === language),
          (one) => one.intent === one.guessedIntent,
        ),
      ]),
    ),
    calibrationError: calibrationError(judged),
    outOfScopeRecall: share(outOfScope, (one) => one.guessedIntent === 'out_of_scope'),
    inScopeRefused: share(inScope, (one) => one.guessedIntent === 'out_of_scope'),
    emergencyRecall: share(
      judged.filter((one) => one.grade === 'P1'),
      (one) => one.guessedGrade === 'P1',
    ),
    emergencyPrecision: share(
      judged.filter((one) => one.guessedGrade === 'P1'),
      (one) => one.grade === 'P1',
    ),
    severityAccuracy: share(
      judged.filter((one) => one.truth !== null),
      (one) => one.grade === one.guessedGrade,
    ),
    classAccuracy: share(withFault, (one) => one.truth?.class === one.guess?.class),
    scopeAccuracy: share(withFault, (one) => one.truth?.scope === one.guess?.scope),
    noPowerAccuracy: share(withFault, (one) => one.truth?.no_power === one.guess?.no_power),
    hazardsF1: microF1(judged, (facts) => facts?.hazards ?? []),
    peopleF1: microF1(judged, (facts) => facts?.people ?? []),
    troubleF1: microF1(judged, (facts) => (facts === null ? [] : ['trouble'])),
    slotsF1: slotsF1(heldOut),
    languageAccuracy: share(heldOut, (item) => languageOf(item.message, item.probabilities) === item.example.language),
  };
}

interface Judged {
  readonly language: string;
  readonly intent: string;
  readonly guessedIntent: string;
  readonly confidence: number;
  readonly truth: FaultFacts | null;
  readonly guess: FaultFacts | null;
  readonly grade: string | null;
  readonly guessedGrade: string | null;
}

export function judge({ example, message, probabilities }: HeldOut, decisions: Decisions): Judged {
  const { findings, normal } = message;
  const alarm = alarmOf(decisions.alarm.weights, { findings, probabilities, length: normal.text.length });
  const guess = decideFault({
    findings,
    probabilities,
    thresholds: decisions.thresholds,
    alarmed: alarm >= decisions.alarm.threshold,
  });
  const confidence = Math.max(...probabilities.intent);
  return {
    language: example.language,
    intent: example.intent,
    guessedIntent: INTENTS[probabilities.intent.indexOf(confidence)] ?? 'out_of_scope',
    confidence,
    truth: example.fault,
    guess,
    grade: example.fault && gradeFault(example.fault).severity,
    guessedGrade: guess && gradeFault(guess).severity,
  };
}

function share<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  return items.length === 0 ? 1 : rounded(items.filter(holds).length / items.length);
}

function microF1(judged: readonly Judged[], labels: (facts: FaultFacts | null) => readonly string[]): number {
  let hit = 0;
  let wrong = 0;
  for (const { truth, guess } of judged) {
    const expected = labels(truth);
    const found = labels(guess);
    const common = found.filter((label) => expected.includes(label)).length;
    hit += common;
    wrong += expected.length + found.length - 2 * common;
  }
  return hit + wrong === 0 ? 1 : rounded((2 * hit) / (2 * hit + wrong));
}

const SLOTS = ['account_number', 'phone', 'address', 'since', 'amount', 'month'] as const;

/** A slot is right where it is given exactly. */
function slotsF1(heldOut: readonly HeldOut[]): Record<string, number> {
  const figures = SLOTS.map((slot) => {
    let hit = 0;
    let wrong = 0;
    for (const { example, slots } of heldOut) {
      const expected = example.slots[slot];
      const found = slots[slot];
      if (expected !== undefined && expected === found) hit += 1;
      else wrong += Number(expected !== undefined) + Number(found !== undefined);
    }
    return [slot, hit + wrong === 0 ? 1 : rounded((2 * hit) / (2 * hit + wrong))] as const;
  });
  return Object.fromEntries(figures);
}

const BINS = 10;

function calibrationError(judged: readonly Judged[]): number {
  let error = 0;
  for (let bin = 0; bin < BINS; bin += 1) {
    const own = judged.filter((one) => Math.min(Math.floor(one.confidence * BINS), BINS - 1) === bin);
    if (own.length === 0) continue;
    const confidence = own.reduce((sum, one) => sum + one.confidence, 0) / own.length;
    const accuracy = own.filter((one) => one.intent === one.guessedIntent).length / own.length;
    error += (Math.abs(confidence - accuracy) * own.length) / judged.length;
  }
  return rounded(error);
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
