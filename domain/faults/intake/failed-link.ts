import type { FaultClass } from '../fault-facts.ts';

/** The links of the chain from the network to the lamp that may have failed, finer than the classes where it matters what to do. */
export const LINKS = [
  /** The customer's main switch, residual-current device or a circuit's breaker has tripped, and can be put back. */
  'customer_switch',
  /** The customer's wiring, sockets, appliances, or a switch that does not hold. */
  'customer_wiring',
  'low_voltage',
  'high_voltage',
  'metering',
  /** Nothing has failed outright: the voltage is bad. */
  'power_quality',
  'non_utility',
] as const;
export type Link = (typeof LINKS)[number];

export type PerLink = Readonly<Record<Link, number>>;

/** The taxonomy's class of each. */
export const CLASS_OF_LINK = {
  customer_switch: 'customer_internal',
  customer_wiring: 'customer_internal',
  low_voltage: 'low_voltage',
  high_voltage: 'high_voltage',
  metering: 'metering',
  power_quality: 'power_quality',
  non_utility: 'non_utility',
} as const satisfies Readonly<Record<Link, FaultClass>>;
export type NamedClass = (typeof CLASS_OF_LINK)[Link];

export function perLink(of: (link: Link) => number): PerLink {
  return Object.fromEntries(LINKS.map((link) => [link, of(link)])) as Record<Link, number>;
}

/** What is not given is `rest`. */
export function linkTable(given: Partial<Record<Link, number>>, rest: number): PerLink {
  return perLink((link) => given[link] ?? rest);
}
