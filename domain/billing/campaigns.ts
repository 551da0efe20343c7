import type { Campaign } from '../utility-profile.ts';
import type { TariffId } from './tariff.ts';

/** Whether a campaign is for somebody: not known where nobody has shown who they are. */
export type CampaignFit = 'eligible' | 'not_eligible' | 'unknown';

export interface CampaignNow {
  readonly campaign: Campaign;
  /** Whether it has begun. */
  readonly running: boolean;
  readonly fit: CampaignFit;
}

/** Campaigns that run on a local day (YYYY-MM-DD) or are ahead: those that fit first, then those that run, then by their last day. */
export function campaignsOn(
  date: string,
  campaigns: readonly Campaign[],
  customer: { readonly tariff: TariffId; readonly owesOverdue: boolean } | null,
): CampaignNow[] {
  return campaigns
    .filter(({ until }) => until >= date)
    .map((campaign) => ({ campaign, running: campaign.from <= date, fit: fitOf(campaign, customer) }))
    .toSorted(
      (a, b) =>
        FITS.indexOf(a.fit) - FITS.indexOf(b.fit) ||
        Number(b.running) - Number(a.running) ||
        (a.campaign.until < b.campaign.until ? -1 : 1),
    );
}

const FITS: readonly CampaignFit[] = ['eligible', 'unknown', 'not_eligible'];

function fitOf(
  { eligibility }: Campaign,
  customer: { readonly tariff: TariffId; readonly owesOverdue: boolean } | null,
): CampaignFit {
  if (customer === null) return 'unknown';
  const fits = eligibility.tariffs.includes(customer.tariff) && !(eligibility.paidUp && customer.owesOverdue);
  return fits ? 'eligible' : 'not_eligible';
}
