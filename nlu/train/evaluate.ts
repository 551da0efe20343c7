import type { FaultFacts } from '../../domain/faults/fault-facts.ts';
import { gradeFault } from '../../domain/faults/severity.ts';
import { INTENTS } from '../../domain/intent.ts';
import { LANGUAGES } from '../../domain/language.ts';
import type { ModelHeader } from '../artefact/language-model.ts';
import { isAlarming } from '../faults/alarm.ts';
import { decideFault } from '../faults/decide-fault.ts';
import { languageOf } from '../language/language-of.ts';
import type { Slots, Understanding } from '../understanding.ts';
import type { Example } from './example.ts';
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
  return figuresOf(heldOut.map((item) => judge(item, decisions)));
}

export function figuresOf(judged: readonly Judged[]): Figures {
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
    slotsF1: slotsF1(judged),
    languageAccuracy: share(judged, (one) => one.guessedLanguage === one.language),
  };
}

/** What is true of a message beside what was understood. */
export interface Judged {
  readonly text: string;
  readonly language: string;
  readonly guessedLanguage: string;
  readonly intent: string;
  readonly guessedIntent: string;
  readonly confidence: number;
  /** The next best intents, best first. */
  readonly alternatives: readonly string[];
  readonly truth: FaultFacts | null;
  readonly guess: FaultFacts | null;
  readonly grade: string | null;
  readonly guessedGrade: string | null;
  readonly slots: Slots;
  readonly guessedSlots: Slots;
}

/** Judges the whole of the engine, as it serves. */
export function judgeUnderstanding(example: Example, understood: Understanding): Judged {
  return {
    text: example.text,
    language: example.language,
    guessedLanguage: understood.language,
    intent: example.intent,
    guessedIntent: understood.intent,
    confidence: understood.confidence,
    alternatives: understood.alternatives.map((one) => one.intent),
    truth: example.fault,
    guess: understood.fault,
    grade: example.fault && gradeFault(example.fault).severity,
    guessedGrade: understood.severity,
    slots: slotsOf(example),
    guessedSlots: understood.slots,
  };
}

/** Leaves out slots that are undefined. */
function slotsOf({ slots }: Example): Slots {
  return Object.fromEntries(Object.entries(slots).filter(([, value]) => value !== undefined));
}

export function judge({ example, message, probabilities, slots }: HeldOut, decisions: Decisions): Judged {
  const { findings, normal } = message;
  const guess = decideFault({
    findings,
    probabilities,
    thresholds: decisions.thresholds,
    alarmed: isAlarming(decisions.alarm, { findings, probabilities, length: normal.text.length }),
  });
  const [best, ...others] = INTENTS.map((intent, place) => ({ intent, chance: probabilities.intent[place] ?? 0 })).sort(
    (left, right) => right.chance - left.chance,
  );
  return {
    text: example.text,
    language: example.language,
    guessedLanguage: languageOf(message, probabilities),
    intent: example.intent,
    guessedIntent: best?.intent ?? 'out_of_scope',
    confidence: best?.chance ?? 0,
    alternatives: others.slice(0, 4).map(({ intent }) => intent),
    truth: example.fault,
    guess,
    grade: example.fault && gradeFault(example.fault).severity,
    guessedGrade: guess && gradeFault(guess).severity,
    slots: slotsOf(example),
    guessedSlots: slots,
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
function slotsF1(judged: readonly Judged[]): Record<string, number> {
  const figures = SLOTS.map((slot) => {
    let hit = 0;
    let wrong = 0;
    for (const { slots, guessedSlots } of judged) {
      const expected = slots[slot];
      const found = guessedSlots[slot];
      if (expected !== undefined && expected === found) hit += 1;
      else wrong += Number(expected !== undefined) + Number(found !== undefined);
    }
    return [slot, hit + wrong === 0 ? 1 : rounded((2 * hit) / (2 * hit + wrong))] as const;
  });
  return Object.fromEntries(figures);
}

const BINS = 10;

/** Messages of like confidence: how sure the engine was, and how often it was right. */
export interface ConfidenceBin {
  readonly messages: number;
  readonly confidence: number;
  readonly accuracy: number;
}

/** Ten bins of equal width, those without messages left out. */
export function confidenceBins(judged: readonly Judged[]): ConfidenceBin[] {
  return Array.from({ length: BINS }, (_, bin) => {
    const own = judged.filter((one) => Math.min(Math.floor(one.confidence * BINS), BINS - 1) === bin);
    return {
      messages: own.length,
      confidence: own.reduce((sum, one) => sum + one.confidence, 0) / own.length,
      accuracy: own.filter((one) => one.intent === one.guessedIntent).length / own.length,
    };
  }).filter(({ messages }) => messages > 0);
}

function calibrationError(judged: readonly Judged[]): number {
  return rounded(
    confidenceBins(judged).reduce(
      (error, bin) => error + (Math.abs(bin.confidence - bin.accuracy) * bin.messages) / judged.length,
      0,
    ),
  );
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
