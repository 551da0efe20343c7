import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** Ids of devices and of all that hang below them, to select from or to look in. */
export function devicesBelow(query: Kysely<Tables>, deviceIds: readonly string[]) {
  return query
    .withRecursive('below(id)', (above) =>
      above
        .selectFrom('network_device')
        .select('id')
        .where('id', 'in', deviceIds)
        .union(
          above
            .selectFrom('below')
            .innerJoin('network_device', 'network_device.parent_id', 'below.id')
            .select('network_device.id'),
        ),
    )
    .selectFrom('below')
    .select('below.id');
}
