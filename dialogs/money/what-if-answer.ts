import type { ExactUsage } from '../../domain/billing/exact-charges.ts';
import { fractionOf } from '../../domain/billing/fraction.ts';
import type { TariffId } from '../../domain/billing/tariff.ts';
import { type WhatIf, whatIf } from '../../domain/billing/what-if.ts';
import type { CardOf } from '../../web/protocol/card.ts';
import type { Turn } from '../turn.ts';
import type { PlannedLoad } from './planned-load.ts';

/** What a load is added to. */
export interface WhatIfBase {
  readonly tariffId: TariffId;
  /** 1 to 12. */
  readonly month: number;
  readonly usage: ExactUsage;
  /** The bill whose usage is taken; null where nobody's is. */
  readonly from: { readonly period: string; readonly kwh: number } | null;
}

type Speaking = Pick<Turn, 'words' | 'services' | 'language'>;

export function whatIfWords(turn: Speaking, load: PlannedLoad, base: WhatIfBase): string {
  const { words } = turn;
  const { whatIf: says } = words.money;
  const { common } = words;
  const answer = reckon(turn, load, base);
  const name = nameOf(turn, load);
  const sum = common.sum(answer.extraFen);
  if (base.from === null) {
    const most = common.sum(reckon(turn, load, { ...base, usage: { kwh: fractionOf(FAR_UP) } }).extraFen);
    const range = sum === most ? says.one(name, sum) : says.range(name, sum, most);
    return [range, ...alternativeWords(turn, load, base)].join('\n');
  }
  return [
    says.own({ name, sum, month: common.month(base.from.period), kwh: base.from.kwh }),
    ...alternativeWords(turn, load, base),
  ].join('\n');
}

/** Another tariff or hour is named where it costs less than so much of it. */
const WORTH_SAYING = 0.9;
/** kWh that reach the last tier of any season. */
const FAR_UP = 100_000;

/** What it would cost at night, or on the tariff by time of use, where that is less. */
function alternativeWords(turn: Speaking, load: PlannedLoad, base: WhatIfBase): string[] {
  const { words, services } = turn;
  const { whatIf: says } = words.money;
  const { timeOfUse } = services.profile.tariffs[base.tariffId].rates;
  const now = reckon(turn, load, base).extraFen;
  const valley = { ...load, load: { ...load.load, fromHour: valleyHour(services.profile) } };
  if (timeOfUse !== undefined) {
    const then = reckon(turn, valley, base).extraFen;
    return then < now * WORTH_SAYING ? [says.atNight(valley.load.fromHour, words.common.sum(then))] : [];
  }
  const onHours = { ...base, tariffId: 'residential_tou' as const };
  const then = reckon(turn, load, onHours).extraFen;
  const atNight = reckon(turn, valley, onHours).extraFen;
  const cheapest = Math.min(then, atNight);
  return cheapest < now * WORTH_SAYING
    ? [says.onHours({ sum: words.common.sum(cheapest), fromHour: then <= atNight ? null : valley.load.fromHour })]
    : [];
}

function valleyHour({ tariffs }: Turn['services']['profile']): number {
  return tariffs.residential_tou.rates.timeOfUse?.valley[0]?.from ?? 0;
}

export function whatIfCard(turn: Speaking, load: PlannedLoad, base: WhatIfBase): CardOf<'bill'> {
  const { words, services, language } = turn;
  const { whatIf: says } = words.money;
  const answer = reckon(turn, load, base);
  const tariff = services.profile.tariffs[base.tariffId].name;
  const { watts, minutes, fromHour } = load.load;
  const hours = services.profile.tariffs[base.tariffId].rates.timeOfUse === undefined ? null : fromHour;
  return {
    kind: 'bill',
    title: says.title(nameOf(turn, load)),
    total: says.perMonth(words.common.sum(answer.extraFen)),
    facts: [
      { label: says.labels.power, value: says.power(watts, load.assumed.watts) },
      {
        label: says.labels.time,
        value: says.time({ minutes, timesAWeek: load.timesAWeek, fromHour: hours, assumed: load.assumed.minutes }),
      },
      { label: words.bill.labels.usage, value: words.bill.kwh(answer.kwhHundredths / 100) },
      { label: words.bill.labels.tariff, value: language === 'en' ? tariff.en : tariff.zh },
      {
        label: says.labels.base,
        value: base.from ? says.base(words.common.month(base.from.period), base.from.kwh) : says.noBase,
      },
    ],
    lines: answer.lines.map(({ code, kwhHundredths, price, amountFen }) => ({
      label: words.bill.line(code),
      quantity: words.bill.kwh(kwhHundredths / 100),
      price: words.bill.price(price),
      amount: words.common.sum(amountFen),
    })),
    actions: [],
  };
}

function reckon({ services }: Speaking, { load }: PlannedLoad, { tariffId, month, usage }: WhatIfBase): WhatIf {
  return whatIf({ tariff: services.profile.tariffs[tariffId].rates, month, base: usage, load });
}

function nameOf({ language, words }: Speaking, { name, count }: PlannedLoad): string {
  const { whatIf: says } = words.money;
  const said = name === null ? says.something : language === 'en' ? name.en : name.zh;
  return count > 1 ? says.several(count, said) : said;
}
