import type { Bill, BillingRecord } from '../../domain/billing/billing-source.ts';
import type { ExactUsage } from '../../domain/billing/exact-charges.ts';
import { type Fraction, fractionOf } from '../../domain/billing/fraction.ts';
import { type TariffId, TOU_PERIODS, type TouPeriod } from '../../domain/billing/tariff.ts';
import { monthsBefore } from '../../domain/billing/usage-history.ts';
import { localTimeOf } from '../../domain/local-time.ts';
import type { Turn } from '../turn.ts';
import type { AccountQuestion } from './account-dialog.ts';
import { keptLoad, loadAskedIn } from './corrected-load.ts';
import { INTENT_OF_ASKED } from './money-asked.ts';
import { type PlannedLoad, plannedLoad } from './planned-load.ts';
import { type WhatIfBase, whatIfCard, whatIfWords } from './what-if-answer.ts';

export const ASK_WHAT_IF = 'ask_what_if';

/** What something would add to the customer's own bill, by their tariff and their usage of that season. */
export const askWhatIf: AccountQuestion = {
  id: ASK_WHAT_IF,
  keep({ heard, memory }) {
    if (!heard.chosen) memory.whatIf = keptLoad(memory.whatIf ?? null, heard.text);
    return memory.whatIf ?? null;
  },
  again: { kind: 'intent', intent: 'ask_tariff', matter: 'cost_for_me' },
  async answer(turn, record, kept) {
    const load = loadOf(turn, kept ?? '');
    if (!load) return;
    await say(turn, load, baseOf(turn, record), []);
  },
};

/** The same for whoever has not said who they are: by the tiered price, in the first tier and in the last. False where nothing of the kind is asked. */
export async function answerWhatIf(turn: Turn): Promise<boolean> {
  const kept = keptLoad(turn.memory.whatIf ?? null, turn.heard.text);
  const load = loadOf(turn, kept);
  if (!load) return false;
  turn.memory.whatIf = kept;
  const base: WhatIfBase = {
    tariffId: 'residential_tiered',
    month: thisMonth(turn),
    usage: { kwh: fractionOf(0) },
    from: null,
  };
  const { own } = turn.words.money.whatIf.offers;
  await say(turn, load, base, [
    { label: own, meaning: { kind: 'intent', intent: 'ask_tariff', matter: 'cost_for_me' } },
  ]);
  return true;
}

function loadOf({ services }: Turn, text: string): PlannedLoad | null {
  const said = loadAskedIn(text);
  return said && plannedLoad(said, services.profile.appliances);
}

async function say(
  turn: Turn,
  load: PlannedLoad,
  base: WhatIfBase,
  offers: Parameters<Turn['say']>[0]['offers'] & {},
): Promise<void> {
  const { balance, money } = turn.words;
  // Whatever the engine took it for: so that a correction is heard as one.
  turn.memory.summary = { ...turn.memory.summary, intent: INTENT_OF_ASKED.cost };
  const own =
    base.from === null
      ? []
      : [{ label: balance.offers.bill, meaning: { kind: 'intent' as const, intent: 'ask_bill' as const } }];
  const saving = {
    label: money.whatIf.offers.saving,
    meaning: { kind: 'intent' as const, intent: 'ask_saving_tips' as const },
  };
  await turn.say({
    text: whatIfWords(turn, load, base),
    card: whatIfCard(turn, load, base),
    offers: [...offers, ...own, ...(turn.memory.verified ? [saving] : [])],
  });
}

/** What is used without it: as in the same month a year ago, else as on the latest bill. */
function baseOf(turn: Turn, { account, bills }: BillingRecord): WhatIfBase {
  const today = localTimeOf(turn.now, turn.services.profile.timeZone).date;
  const bill = bills.find(({ period }) => period === monthsBefore(today.slice(0, 7), 12)) ?? bills[0];
  return {
    tariffId: account.tariff satisfies TariffId,
    month: thisMonth(turn),
    usage: bill ? usageOf(bill) : { kwh: fractionOf(0) },
    from: bill ? { period: bill.period, kwh: bill.kwh } : null,
  };
}

function usageOf({ kwh, lines }: Bill): ExactUsage {
  const periods: Partial<Record<TouPeriod, Fraction>> = {};
  for (const code of TOU_PERIODS) {
    periods[code] = fractionOf(lines.reduce((sum, line) => sum + (line.code === code ? (line.kwh ?? 0) : 0), 0));
  }
  return { kwh: fractionOf(kwh), periods };
}

function thisMonth({ now, services }: Turn): number {
  return Number(localTimeOf(now, services.profile.timeZone).date.slice(5, 7));
}
