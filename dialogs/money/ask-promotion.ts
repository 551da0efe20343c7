import { balanceOn } from '../../domain/billing/balance.ts';
import { type CampaignNow, campaignsOn } from '../../domain/billing/campaigns.ts';
import { lateFeeRuleOf } from '../../domain/billing/late-fee-rule-of.ts';
import { localTimeOf } from '../../domain/local-time.ts';
import type { Words } from '../../domain/utility-profile.ts';
import type { Turn } from '../turn.ts';

/** What is on offer now and soon, and whether it is for this customer, where they have shown who they are. False where nothing is. */
export async function answerPromotion(turn: Turn): Promise<boolean> {
  const { services, words, now } = turn;
  const { profile } = services;
  const date = localTimeOf(now, profile.timeZone).date;
  const found = campaignsOn(date, profile.campaigns, await customerOf(turn, date));
  if (found.length === 0) return false;
  const says = words.money.campaigns;
  await turn.say({
    text: [says.found(found.length), says.beware].join('\n'),
    card: { kind: 'list', title: says.title, items: found.map((campaign) => itemOf(turn, campaign)), actions: [] },
    offers: [
      {
        label: words.money.advice.offers.mine,
        meaning: { kind: 'intent', intent: 'ask_saving_tips', matter: 'my_usage' },
      },
    ],
  });
  return true;
}

/** What offers depend on; null where nobody has shown who they are, and where it can't be said for today. */
async function customerOf({ memory, services }: Turn, date: string) {
  const look = memory.verified ? await services.billing.look(memory.verified.accountId, 'glance') : null;
  if (look?.kind !== 'known' || look.keptAt !== null) return null;
  const { account, bills } = look.record;
  const { profile } = services;
  const open = bills.map((bill) => ({ ...bill, dueDate: localTimeOf(bill.dueAt, profile.timeZone).date }));
  const { overdueFen } = balanceOn(date, open, lateFeeRuleOf(profile, account.tariff));
  return { tariff: account.tariff, owesOverdue: overdueFen > 0 };
}

function itemOf({ words, language }: Turn, { campaign, running, fit }: CampaignNow) {
  const says = words.money.campaigns;
  const say = (both: Words) => (language === 'en' ? both.en : both.zh);
  const { common } = words;
  const dates = says.dates(common.date(campaign.from), common.date(campaign.until));
  return {
    title: say(campaign.name),
    facts: [
      { label: says.labels.what, value: say(campaign.what) },
      { label: says.labels.dates, value: running ? dates : says.ahead(dates) },
      { label: says.labels.who, value: say(campaign.eligibility.words) },
      ...(fit === 'unknown' ? [] : [{ label: says.labels.you, value: says.fits[fit] }]),
    ],
  };
}
