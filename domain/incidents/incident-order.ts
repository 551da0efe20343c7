import type { DeviceKind } from '../faults/device-kinds.ts';
import type { Severity } from '../faults/severity.ts';

export interface Urgent {
  readonly severity: Severity;
  readonly lifeAtRisk: boolean;
  /** Accounts registered for life support. */
  readonly lifeSupport: number;
  readonly criticalSites: number;
  readonly deviceKind: DeviceKind | null;
  readonly customers: number;
  /** How often a customer has chased it up, once that is often enough to raise it; 0 before. */
  readonly chased: number;
  /** When the clock that runs out first does; null where none runs. */
  readonly dueAt: number | null;
}

/** A code with the numbers that its words need. */
export interface OrderReason {
  readonly code:
    | 'life_at_risk'
    | 'life_support'
    | 'critical_site'
    | 'severity'
    | 'trunk'
    | 'customers'
    | 'chased'
    | 'clock';
  readonly values: Readonly<Record<string, number>>;
}

const MINUTE = 60_000;
const TRUNK: readonly DeviceKind[] = ['substation', 'feeder_breaker', 'recloser_or_switch'];

/**
 * Which of two is dealt with first: the graver; then life at risk, trunk lines, critical sites, more customers, what was
 * chased up often, the clock that runs out first. Below 0 where `a` is.
 */
export function compareUrgency(a: Urgent, b: Urgent): number {
  const keyOf = (one: Urgent): number[] => [
    grade(one.severity),
    Number(!one.lifeAtRisk),
    Number(!isTrunk(one)),
    Number(one.criticalSites === 0),
    -one.customers,
    -one.chased,
    one.dueAt ?? Number.MAX_SAFE_INTEGER,
  ];
  const other = keyOf(b);
  return (
    keyOf(a)
      .map((value, at) => value - (other[at] ?? 0))
      .find((difference) => difference !== 0) ?? 0
  );
}

/** Why something stands where it stands, the gravest first. */
export function orderReasons(one: Urgent, now: number): OrderReason[] {
  return [
    ...(one.lifeAtRisk ? [{ code: 'life_at_risk', values: {} } as const] : []),
    ...(one.lifeSupport > 0 ? [{ code: 'life_support', values: { count: one.lifeSupport } } as const] : []),
    { code: 'severity', values: { grade: grade(one.severity) } },
    ...(isTrunk(one) ? [{ code: 'trunk', values: {} } as const] : []),
    ...(one.criticalSites > 0 ? [{ code: 'critical_site', values: { count: one.criticalSites } } as const] : []),
    { code: 'customers', values: { count: one.customers } },
    ...(one.chased > 0 ? [{ code: 'chased', values: { count: one.chased } } as const] : []),
    ...(one.dueAt === null
      ? []
      : [{ code: 'clock', values: { minutes: Math.floor((one.dueAt - now) / MINUTE) } } as const]),
  ];
}

function grade(severity: Severity): number {
  return Number(severity.slice(1));
}

function isTrunk({ deviceKind }: Urgent): boolean {
  return deviceKind !== null && TRUNK.includes(deviceKind);
}
