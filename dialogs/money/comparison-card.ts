import type { Comparison } from '../../domain/billing/explain/compare-bills.ts';
import type { CardOf } from '../../web/protocol/card.ts';
import type { Turn } from '../turn.ts';
import { partNote } from './comparison-words.ts';

/** A comparison as a card: from one bill to the other, step by step, each with its line on the bill. */
export function comparisonCard(turn: Pick<Turn, 'words'>, comparison: Comparison): CardOf<'bill'> {
  const { words } = turn;
  const { explain } = words.money;
  const { common } = words;
  const { now, before, differenceFen, parts, yardstick } = comparison;
  const month = { now: common.month(now.period), before: common.month(before.period) };
  const steps = [
    {
      label: explain.monthOf(before.period),
      amount: common.sum(before.amountFen),
      value: before.amountFen,
      kind: 'total' as const,
    },
    ...parts.map(({ cause, amountFen }) => ({
      label: explain.causes[cause],
      amount: explain.signed(amountFen),
      value: amountFen,
      kind: 'step' as const,
    })),
    {
      label: explain.monthOf(now.period),
      amount: common.sum(now.amountFen),
      value: now.amountFen,
      kind: 'total' as const,
    },
  ];
  return {
    kind: 'bill',
    title: explain.title(month.now, month.before),
    total: explain.signed(differenceFen),
    facts: [
      {
        label: yardstick === 'year_before' ? explain.labels.beforeYear : explain.labels.before,
        value: `${common.sum(before.amountFen)} · ${words.bill.kwh(before.kwh)}`,
      },
      { label: explain.labels.now, value: `${common.sum(now.amountFen)} · ${words.bill.kwh(now.kwh)}` },
    ],
    lines: parts.map((part) => ({
      label: explain.causes[part.cause],
      amount: explain.signed(part.amountFen),
      note: partNote(turn, comparison, part),
    })),
    waterfall: { title: explain.picture, steps, alt: explain.alt(steps) },
    actions: [],
  };
}
