import { INTENTS } from '../../domain/intent.ts';
import { LANGUAGES } from '../../domain/language.ts';
import { ACT, ASK } from '../outcome.ts';
import { figuresOf, type Judged } from './evaluate.ts';
import { cheapestThresholds, costOf, outcomeShares } from './outcome-costs.ts';

const CONFUSIONS_SHOWN = 20;
const ERRORS_SHOWN = 20;

/** For people to read: by language and intent, what is taken for what, and the errors that were surest of themselves. */
export function evaluationReport(judged: readonly Judged[]): string {
  return [
    figures(judged),
    outcomes(judged),
    byIntent(judged),
    confusions(judged),
    missedDangers(judged),
    worstErrors(judged),
  ].join('\n\n');
}

function figures(judged: readonly Judged[]): string {
  const parts = [
    ['all', judged] as const,
    ...LANGUAGES.map((language) => [language, judged.filter((one) => one.language === language)] as const),
  ];
  const columns = parts.map(([name, own]) => ({ name, own, figures: figuresOf(own) }));
  const row = (title: string, of: (column: (typeof columns)[number]) => number | string): string =>
    title.padEnd(28) + columns.map((column) => String(of(column)).padStart(9)).join('');
  const percent = (share: number | undefined): string => ((share ?? 1) * 100).toFixed(1);
  return [
    row('', ({ name }) => name),
    row('messages', ({ own }) => own.length),
    row('intents', (column) => percent(column.figures.intentAccuracy)),
    row('calibration error', (column) => percent(column.figures.calibrationError)),
    row('out of scope: recall', (column) => percent(column.figures.outOfScopeRecall)),
    row('in scope, refused', (column) => percent(column.figures.inScopeRefused)),
    row('P1: recall', (column) => percent(column.figures.emergencyRecall)),
    row('P1: precision', (column) => percent(column.figures.emergencyPrecision)),
    row('severity', (column) => percent(column.figures.severityAccuracy)),
    row('class', (column) => percent(column.figures.classAccuracy)),
    row('hazards, F1', (column) => percent(column.figures.hazardsF1)),
    row('people, F1', (column) => percent(column.figures.peopleF1)),
    row('scope', (column) => percent(column.figures.scopeAccuracy)),
    row('no_power', (column) => percent(column.figures.noPowerAccuracy)),
    row('language', (column) => percent(column.figures.languageAccuracy)),
    ...['address', 'since', 'month', 'amount', 'phone', 'account_number'].map((slot) =>
      row(`${slot}, F1`, (column) => percent(column.figures.slotsF1[slot])),
    ),
  ].join('\n');
}

function outcomes(judged: readonly Judged[]): string {
  const percent = (share: number): string => `${(share * 100).toFixed(1)} %`.padStart(8);
  const rows = outcomeShares(judged).map(
    ({ outcome, share, right, offered }) =>
      `${outcome.padEnd(16)}${percent(share)} of messages; first guess right ${percent(right)}, among three ${percent(offered)}`,
  );
  const cheapest = cheapestThresholds(judged);
  const cost = costOf(judged, { act: ACT, ask: ASK });
  return [
    'What is done',
    ...rows,
    `act from ${ACT}, ask from ${ASK}: cost ${cost.toFixed(4)}; cheapest: act from ${cheapest.act.toFixed(2)}, ask from ${cheapest.ask.toFixed(2)}, cost ${cheapest.cost.toFixed(4)}`,
  ].join('\n');
}

function byIntent(judged: readonly Judged[]): string {
  const share = (own: readonly Judged[], right: readonly Judged[]): string =>
    own.length === 0 ? '–' : `${((right.length / own.length) * 100).toFixed(0)} (${own.length})`;
  const line = (name: string, cells: readonly string[]): string =>
    name.padEnd(26) + cells.map((cell) => cell.padStart(12)).join('');
  const rows = INTENTS.map((intent) => {
    const right = (one: Judged): boolean => one.intent === one.guessedIntent;
    const truly = judged.filter((one) => one.intent === intent);
    const guessed = judged.filter((one) => one.guessedIntent === intent);
    const languages = LANGUAGES.map((language) => {
      const own = truly.filter((one) => one.language === language);
      return share(own, own.filter(right));
    });
    return line(intent, [share(truly, truly.filter(right)), share(guessed, guessed.filter(right)), ...languages]);
  });
  return [
    'By intent: recall, precision, recall by language, in percent (messages)',
    line('', ['recall', 'precision', ...LANGUAGES]),
    ...rows,
  ].join('\n');
}

function confusions(judged: readonly Judged[]): string {
  const wrong = judged.filter((one) => one.intent !== one.guessedIntent);
  const pairs = [...Map.groupBy(wrong, (one) => `${one.intent} → ${one.guessedIntent}`)];
  pairs.sort(([, left], [, right]) => right.length - left.length);
  const rows = pairs.slice(0, CONFUSIONS_SHOWN).map(([pair, own]) => `${String(own.length).padStart(5)}  ${pair}`);
  return ['What is taken for what', ...rows].join('\n');
}

function missedDangers(judged: readonly Judged[]): string {
  const missed = judged.filter((one) => one.grade === 'P1' && one.guessedGrade !== 'P1');
  const rows = missed.map((one) => `  ${one.guessedGrade ?? 'none'}  ${one.text}`);
  return [`Emergencies missed: ${missed.length}`, ...rows].join('\n');
}

function worstErrors(judged: readonly Judged[]): string {
  const wrong = judged.filter((one) => one.intent !== one.guessedIntent);
  wrong.sort((left, right) => right.confidence - left.confidence);
  const rows = wrong
    .slice(0, ERRORS_SHOWN)
    .map((one) => `  ${one.confidence.toFixed(2)}  ${one.intent} → ${one.guessedIntent}  ${one.text}`);
  return ['Surest errors', ...rows].join('\n');
}
