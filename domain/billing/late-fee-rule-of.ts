import type { UtilityProfile } from '../utility-profile.ts';
import type { LateFeeRule } from './late-fee.ts';
import type { TariffId } from './tariff.ts';

/** The late fee that runs on an account's debts. */
export function lateFeeRuleOf({ billing }: Pick<UtilityProfile, 'billing'>, tariff: TariffId): LateFeeRule {
  return tariff === 'commercial' ? billing.lateFees.other : billing.lateFees.residential;
}
