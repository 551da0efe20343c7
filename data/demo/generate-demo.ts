import type { AccountTable, PremisesTable } from '../../store/tables/utility-tables.ts';
import { billingMonths } from './billing-calendar.ts';
import { DEMO_STAFF } from './demo-staff.ts';
import type { DemoOptions, DemoUtility } from './demo-utility.ts';
import { makeBills } from './make-bills.ts';
import { makeCustomers } from './make-customers.ts';
import { makeInterruptions } from './make-interruptions.ts';
import { makeLandmarks } from './make-landmarks.ts';
import { makeNetwork } from './make-network.ts';
import { makeIncidents, makePlannedOutages } from './make-outages.ts';
import { makePaymentPoints } from './make-payment-points.ts';
import { makePremises } from './make-premises.ts';
import { createRandom } from './random.ts';
import { demoTowns } from './towns.ts';

const PREMISES = 5150;
const BILLED_MONTHS = 24;
const PAYMENT_POINTS = 120;

/**
 * The demo utility: synthetic, the same for the same seed, moment and profile. What is real in it and what is not stands
 * in data/README.md.
 */
export function generateDemo({ seed, now, profile, premises: wanted = PREMISES }: DemoOptions): DemoUtility {
  const random = createRandom(seed);
  const towns = demoTowns();
  const planned = makePremises(random.branch('premises'), towns, wanted);
  const network = makeNetwork(random.branch('network'), towns, planned);
  const premises = planned.map(
    ({ row }): PremisesTable => ({ ...row, device_id: serviceOf(network.serviceOf, row.id) }),
  );
  const { customers, accounts } = makeCustomers(random.branch('customers'), planned, now);
  const billed = makeBills(
    { random: random.branch('bills'), profile, months: billingMonths(profile, now, BILLED_MONTHS), now },
    accounts.map((account, index) => ({ account, use: planned[index]?.use ?? 'home' })),
  );
  const outages = { random: random.branch('outages'), now, profile, towns, devices: network.devices, premises };
  return {
    network_device: network.devices,
    customer: customers,
    premises,
    account: accounts.map(
      (account): AccountTable => ({
        ...account,
        state: billed.disconnected.has(account.id) ? 'disconnected' : 'active',
      }),
    ),
    bill: billed.bills,
    bill_line: billed.lines,
    payment: billed.payments,
    payment_point: makePaymentPoints(random.branch('points'), towns, PAYMENT_POINTS),
    landmark: makeLandmarks(towns),
    planned_outage: makePlannedOutages(outages),
    interruption: makeInterruptions({ ...outages, random: random.branch('interruptions') }),
    incident: makeIncidents(outages),
    staff: DEMO_STAFF,
  };
}

function serviceOf(services: ReadonlyMap<string, string>, premisesId: string): string {
  const device = services.get(premisesId);
  if (device === undefined) throw new Error(`premises ${premisesId} hang on no device`);
  return device;
}
