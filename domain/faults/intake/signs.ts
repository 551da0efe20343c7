import type { FaultFacts } from '../fault-facts.ts';

/** What tells faults apart and a customer can see without tools: each sign and what it may show. */
export const SIGNS = {
  /** How far it is dark around the premises. */
  neighbours: ['lit', 'building', 'street', 'area'],
  /** Of the premises: all of it, half of it (a lost phase or neutral), single rooms or sockets. */
  extent: ['whole', 'half', 'rooms'],
  /** The customer's main switch or residual-current device. */
  breaker: ['on', 'tripped', 'trips_again'],
  /** The meter's display, and its lamp for arrears. */
  meter: ['lit', 'dark', 'arrears'],
} as const;
export type Sign = keyof typeof SIGNS;
export type ShownBy<S extends Sign> = (typeof SIGNS)[S][number];
export const SIGN_NAMES: readonly Sign[] = ['neighbours', 'breaker', 'extent', 'meter'];

/** What each sign shows; `unknown` where the customer was asked and can't tell; absent where nothing was said. */
export type Signs = { readonly [S in Sign]?: ShownBy<S> | 'unknown' };

/**
 * The signs with what the fault frame itself tells of them. Only what reaches beyond the premises tells of the
 * neighbours: "no power at my home" leaves open whether they have any.
 */
export function signsWith(signs: Signs, { scope, no_power }: Pick<FaultFacts, 'scope' | 'no_power'>): Signs {
  const told = scope === 'building' || scope === 'street' || scope === 'area' ? { neighbours: scope } : {};
  // A building, a street or a village that is dark is dark in every room.
  const whole = no_power && told.neighbours ? { extent: 'whole' as const } : {};
  return { ...whole, ...told, ...signs };
}
