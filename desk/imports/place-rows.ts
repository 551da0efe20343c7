import type { Landmark } from '../../store/repositories/landmark-repository.ts';
import type { PaymentPoint } from '../../store/repositories/payment-point-repository.ts';
import type { LandmarkRecord, PointRecord } from './place-records.ts';

/** The row of a record, as the change after `version`. Services stand in one order, so that another order is no change. */
export function pointRow(record: PointRecord, version: number): PaymentPoint {
  const { town, services, phone, closed_from, closed_until, closed_reason, ...same } = record;
  const isClosed = closed_from !== undefined;
  return {
    ...same,
    town_code: town,
    services: JSON.stringify([...new Set(services)].sort()),
    phone: phone ?? null,
    closed_from: closed_from ?? null,
    closed_until: isClosed ? (closed_until ?? null) : null,
    closed_reason: isClosed ? (closed_reason ?? null) : null,
    version,
  };
}

export function landmarkRow({ town, other_names = '', ...same }: LandmarkRecord, version: number): Landmark {
  const names = other_names
    .split('|')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return { ...same, town_code: town, other_names: JSON.stringify(names), version };
}

/** As it would be written anew: so that rows of other hands compare. */
export function comparable(point: PaymentPoint): PaymentPoint {
  return { ...point, services: JSON.stringify([...(JSON.parse(point.services) as string[])].sort()) };
}
