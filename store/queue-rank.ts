import { type RawBuilder, sql } from 'kysely';

type Rank = readonly [RawBuilder<number>, RawBuilder<number>, RawBuilder<number>, RawBuilder<number>];

/** The order of domain/desk/queue-order, but for the id, as expressions over `service_session` or its alias: the smaller first. */
export function queueRank(alias: 'service_session' | 'session'): Rank {
  const of = (column: string) => sql.ref(`${alias}.${column}`);
  return [
    sql<number>`(case when ${of('severity')} = 'P1' then 0 when ${of('returned_at')} is not null then 1 else 2 end)`,
    // P1 to P4 as 1 to 4.
    sql<number>`cast(substr(coalesce(${of('severity')}, 'P4'), 2) as integer)`,
    sql<number>`(1 - ${of('special_need')})`,
    sql<number>`coalesce(${of('queued_at')}, 0)`,
  ];
}
