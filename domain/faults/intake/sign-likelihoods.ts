import type { Hazard } from '../fault-facts.ts';
import { type Link, linkTable, type PerLink } from './failed-link.ts';
import type { ShownBy, Sign } from './signs.ts';

/**
 * How often each link is behind a report, before anything is known of it. Estimates, by this reasoning: most single homes
 * without power have tripped or worn out something of their own; of the utility's own links the many low-voltage ones fail
 * most often; feeders fail seldom, yet bring a report in ten because many report one failure. To be replaced by the
 * utility's own closed tickets; half or twice of any of them leaves the first question as it is (tested).
 */
export const PRIORS: PerLink = {
  customer_switch: 0.26,
  customer_wiring: 0.14,
  low_voltage: 0.28,
  high_voltage: 0.1,
  metering: 0.1,
  power_quality: 0.08,
  non_utility: 0.04,
};

/** How often supply is missing where each has failed: bad quality is seldom darkness, a stuck meter may still supply. */
export const NO_POWER: PerLink = {
  customer_switch: 0.97,
  customer_wiring: 0.65,
  low_voltage: 0.9,
  high_voltage: 0.98,
  metering: 0.4,
  power_quality: 0.1,
  non_utility: 0.3,
};

export type SignLikelihoods = {
  readonly [S in Sign]: { readonly [L in Link]: Readonly<Record<ShownBy<S>, number>> };
};

const ONE_HOME = { lit: 0.96, building: 0.03, street: 0.005, area: 0.005 } as const;
const SUPPLIED = { lit: 0.95, dark: 0.03, arrears: 0.02 } as const;

/**
 * P(what a sign shows | which link has failed), estimates from how a supply is built: the display is fed from the utility's
 * side and stays lit when the customer's own switch has tripped; that switch lies behind the meter and seldom trips for a
 * fault before it; a lost phase or neutral takes half a home or, where three phases come in, what looks like single rooms; a circuit
 * takes rooms; what hangs on one service drop or
 * meter darkens one home, what hangs on a transformer a street, on a feeder a village.
 */
export const LIKELIHOODS: SignLikelihoods = {
  neighbours: {
    customer_switch: ONE_HOME,
    customer_wiring: ONE_HOME,
    low_voltage: { lit: 0.45, building: 0.25, street: 0.25, area: 0.05 },
    high_voltage: { lit: 0.02, building: 0.1, street: 0.33, area: 0.55 },
    metering: ONE_HOME,
    power_quality: { lit: 0.5, building: 0.15, street: 0.2, area: 0.15 },
    non_utility: { lit: 0.6, building: 0.3, street: 0.07, area: 0.03 },
  },
  extent: {
    customer_switch: { whole: 0.72, half: 0.04, rooms: 0.24 },
    customer_wiring: { whole: 0.3, half: 0.12, rooms: 0.58 },
    low_voltage: { whole: 0.62, half: 0.24, rooms: 0.14 },
    high_voltage: { whole: 0.93, half: 0.065, rooms: 0.005 },
    metering: { whole: 0.93, half: 0.05, rooms: 0.02 },
    power_quality: { whole: 0.5, half: 0.35, rooms: 0.15 },
    non_utility: { whole: 0.6, half: 0.1, rooms: 0.3 },
  },
  breaker: {
    customer_switch: { on: 0.02, tripped: 0.83, trips_again: 0.15 },
    customer_wiring: { on: 0.66, tripped: 0.1, trips_again: 0.24 },
    low_voltage: { on: 0.92, tripped: 0.06, trips_again: 0.02 },
    high_voltage: { on: 0.96, tripped: 0.035, trips_again: 0.005 },
    metering: { on: 0.93, tripped: 0.05, trips_again: 0.02 },
    power_quality: { on: 0.85, tripped: 0.12, trips_again: 0.03 },
    non_utility: { on: 0.95, tripped: 0.04, trips_again: 0.01 },
  },
  meter: {
    customer_switch: SUPPLIED,
    customer_wiring: SUPPLIED,
    low_voltage: { lit: 0.15, dark: 0.84, arrears: 0.01 },
    high_voltage: { lit: 0.08, dark: 0.91, arrears: 0.01 },
    metering: { lit: 0.35, dark: 0.45, arrears: 0.2 },
    power_quality: SUPPLIED,
    non_utility: { lit: 0.85, dark: 0.14, arrears: 0.01 },
  },
};

/** Dangers that tell where the fault lies, as factors relative to each other; the others happen on either side of the meter. */
export const HAZARD_FACTORS: Readonly<Partial<Record<Hazard, PerLink>>> = {
  wire_down: linkTable({ low_voltage: 10, high_voltage: 8, non_utility: 6 }, 1),
  pole_damaged: linkTable({ low_voltage: 10, high_voltage: 8, non_utility: 5 }, 1),
  tree_contact: linkTable({ low_voltage: 8, high_voltage: 10 }, 1),
  explosion: linkTable({ high_voltage: 10, low_voltage: 4 }, 1),
  overvoltage: linkTable({ power_quality: 10, low_voltage: 8 }, 1),
};

/** How much likelier a class that the customer's words were understood to name is than each other one. */
export const SAID_FACTOR = 20;
