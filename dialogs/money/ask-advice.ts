import type { AccountFacts, BillFacts } from '../../domain/billing/billing-source.ts';
import { addDecimals, decimalOf, formatDecimal, multiplyDecimals, parseDecimal } from '../../domain/billing/decimal.ts';
import type { Tariff } from '../../domain/billing/tariff.ts';
import { daysBetween } from '../../domain/billing/tariff-versions.ts';
import { tiersAhead, type UsageAdvice, type UsedMonth, usageAdvice } from '../../domain/billing/usage-advice.ts';
import { monthsBefore } from '../../domain/billing/usage-history.ts';
import { localTimeOf } from '../../domain/local-time.ts';
import type { CardOf } from '../../web/protocol/card.ts';
import { masked } from '../masked.ts';
import type { Turn } from '../turn.ts';
import type { AccountQuestion } from './account-dialog.ts';
import { chartOf } from './bill-card.ts';
import { withPicture } from './with-picture.ts';

export const ASK_ADVICE = 'ask_advice';

/** What the customer's own usage says: what runs always, what the season takes, when the next tier begins, what a little less saves. */
export const askAdvice: AccountQuestion = {
  id: ASK_ADVICE,
  keep: () => null,
  again: { kind: 'intent', intent: 'ask_saving_tips', matter: 'my_usage' },
  async answer(turn, { account, bills }) {
    const { services, words } = turn;
    const { profile } = services;
    const months = bills.map((bill) => monthOf(bill, profile.timeZone)).toReversed();
    const tariff = profile.tariffs[account.tariff].rates;
    const advice = usageAdvice(months, tariff);
    const [bill] = bills;
    if (!advice || !bill) {
      await turn.say({ text: words.bill.none });
      return;
    }
    const says = words.money.advice;
    await turn.say({
      text: [...tierWords(turn, tariff, months), ...habitWords(turn, advice), ...hourWords(turn, tariff)].join('\n'),
      card: await withPicture(turn, adviceCard(turn, { account, advice, bill, bills }), { account, bill }),
      offers: [
        { label: says.offers.appliances, meaning: { kind: 'intent', intent: 'ask_saving_tips', matter: 'tips' } },
        { label: words.balance.offers.bill, meaning: { kind: 'intent', intent: 'ask_bill' } },
        { label: words.intents.ask_promotion ?? '', meaning: { kind: 'intent', intent: 'ask_promotion' } },
      ],
    });
  },
};

/** The utility's general advice, and the offer to look at one's own usage. */
export async function answerTips(turn: Turn): Promise<boolean> {
  const { words, services, language } = turn;
  const text = await services.content.answer('ask_saving_tips', language);
  if (text === null) return false;
  const { mine } = words.money.advice.offers;
  await turn.say({
    text,
    offers: [{ label: mine, meaning: { kind: 'intent', intent: 'ask_saving_tips', matter: 'my_usage' } }],
  });
  return true;
}

function monthOf(bill: BillFacts, timeZone: string): UsedMonth {
  const dateOf = (at: number) => localTimeOf(at, timeZone).date;
  return { period: bill.period, days: daysBetween(dateOf(bill.from), dateOf(bill.to)), kwh: bill.kwh };
}

/** When tiers begin this month: at the rate of the last bill, and at that of the same month a year ago. */
function tierWords({ words, services, now }: Turn, tariff: Tariff, months: readonly UsedMonth[]): string[] {
  if (tariff.tiers === undefined) return [];
  const { common, money } = words;
  const last = tariff.tiers.surcharges.length;
  const period = localTimeOf(now, services.profile.timeZone).date.slice(0, 7);
  const days = daysBetween(`${period}-01`, `${monthsBefore(period, -1)}-01`);
  const rates = [months.at(-1), months.find((month) => month.period === monthsBefore(period, 12))];
  const lines = rates.flatMap((rate) => {
    if (!rate) return [];
    const ahead = tiersAhead(tariff, { period, days }, rate);
    const at = money.advice.atRate(common.month(rate.period), Math.round((rate.kwh * 10) / rate.days));
    const begin = ahead.map(({ tier, date }) => money.advice.tierBegins(tier, common.date(date)));
    const next = (ahead.at(-1)?.tier ?? 1) + 1;
    const never = next <= last ? [money.advice.noTier(next, common.month(period))] : [];
    return [`${at}${[...begin, ...never].join(money.advice.comma)}${money.advice.stop}`];
  });
  return [...new Set(lines)];
}

function habitWords({ words }: Turn, { base, top, season, savingFen }: UsageAdvice): string[] {
  const { common, money } = words;
  return [
    money.advice.base(common.month(base.period), base.dailyTenths),
    money.advice.season({
      month: common.month(top.period),
      dailyTenths: top.dailyTenths,
      kwh: season.kwh,
      sum: common.sum(season.costFen),
    }),
    money.advice.saving(common.sum(savingFen)),
  ];
}

/** What a kWh saves that is moved from peak to valley hours. */
function hourWords({ words }: Turn, { timeOfUse, basePrice }: Tariff): string[] {
  if (timeOfUse === undefined) return [];
  const { peak, valley } = timeOfUse.ratios;
  const apart = addDecimals(parseDecimal(peak), multiplyDecimals(parseDecimal(valley), decimalOf(-1)));
  return [words.money.advice.hours(formatDecimal(multiplyDecimals(parseDecimal(basePrice), apart)))];
}

interface AdviceParts {
  readonly account: AccountFacts;
  readonly advice: UsageAdvice;
  readonly bill: BillFacts;
  readonly bills: readonly BillFacts[];
}

function adviceCard(turn: Turn, { account, advice, bill, bills }: AdviceParts): CardOf<'bill'> {
  const { words } = turn;
  const says = words.money.advice;
  const fact = (label: string, { period, dailyTenths }: UsageAdvice['base']) => ({
    label,
    value: `${says.daily(dailyTenths)} · ${words.common.month(period)}`,
  });
  return {
    kind: 'bill',
    title: says.title,
    total: words.bill.kwh(bill.kwh),
    facts: [
      { label: words.bill.labels.account, value: masked(account.number) },
      { label: words.bill.labels.period, value: words.common.month(bill.period) },
      fact(says.labels.base, advice.base),
      fact(says.labels.top, advice.top),
    ],
    lines: [],
    chart: chartOf(turn, { bill, bills }),
    actions: [],
  };
}
