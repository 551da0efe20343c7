import { type Kysely, type Selectable, sql } from 'kysely';
import type { ContactLadderTable } from '../tables/notice-tables.ts';
import type { Tables } from '../tables.ts';

/** An account registered for life support that an outage touches. */
export interface AtRisk extends Pick<Selectable<ContactLadderTable>, 'cause_kind' | 'cause_id'> {
  readonly accountId: string;
  readonly phone: string;
  readonly name: string;
  readonly address: string;
}

export const OPEN_INCIDENTS = ['probable', 'confirmed'] as const;
/** Who is probably not dark is not frightened. */
const LIKELY = 0.5;

/** By open outages that are reported for the account itself, or for more than its premises at the same service device. */
export function darkByTickets(query: Kysely<Tables>) {
  const wide = sql<boolean>`(ticket.facts like '%"scope":"building"%' or ticket.facts like '%"scope":"street"%' or ticket.facts like '%"scope":"area"%')`;
  return query
    .selectFrom('ticket')
    .innerJoin('account as own', 'own.id', 'ticket.account_id')
    .innerJoin('premises as here', 'here.id', 'own.premises_id')
    .innerJoin('premises', (join) =>
      join.on((on) =>
        on.or([
          on('premises.id', '=', on.ref('here.id')),
          on.and([on('premises.device_id', '=', on.ref('here.device_id')), wide]),
        ]),
      ),
    )
    .innerJoin('account', 'account.premises_id', 'premises.id')
    .innerJoin('customer', 'customer.id', 'account.customer_id')
    .select(['account.id as accountId', 'customer.phone', 'customer.name', 'premises.address'])
    .select([sql<'ticket'>`'ticket'`.as('cause_kind'), 'ticket.id as cause_id'])
    .where('ticket.closed_at', 'is', null)
    .where('ticket.resolved_at', 'is', null)
    .where('ticket.kind', '=', 'fault')
    .where('ticket.facts', 'like', '%"no_power":true%')
    .where('customer.special_need', '=', 'life_support');
}

/** By open incidents above the account. */
export function darkByIncidents(query: Kysely<Tables>) {
  return query
    .withRecursive('below(incident_id, device_id)', (above) =>
      above
        .selectFrom('incident')
        .select(['incident.id as incident_id', sql<string>`incident.device_id`.as('device_id')])
        .where('incident.device_id', 'is not', null)
        .where('incident.state', 'in', OPEN_INCIDENTS)
        .where('incident.probability', '>=', LIKELY)
        .where('incident.life_support', '>', 0)
        .unionAll(
          above
            .selectFrom('below')
            .innerJoin('network_device', 'network_device.parent_id', 'below.device_id')
            .select(['below.incident_id', 'network_device.id as device_id']),
        ),
    )
    .selectFrom('below')
    .innerJoin('premises', 'premises.device_id', 'below.device_id')
    .innerJoin('account', 'account.premises_id', 'premises.id')
    .innerJoin('customer', 'customer.id', 'account.customer_id')
    .select(['account.id as accountId', 'customer.phone', 'customer.name', 'premises.address'])
    .select([sql<'incident'>`'incident'`.as('cause_kind'), 'below.incident_id as cause_id'])
    .where('customer.special_need', '=', 'life_support');
}

/** Of incidents, those that are open, or were merged, maybe by way of others, into one that is. */
export async function openOutages(query: Kysely<Tables>, incidentIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (incidentIds.length === 0) return new Set();
  const rows = await query
    .withRecursive('chain(first_id, id)', (chain) =>
      chain
        .selectFrom('incident')
        .select(['incident.id as first_id', 'incident.id'])
        .where('incident.id', 'in', incidentIds)
        // What was merged in a circle ends too.
        .union(
          chain
            .selectFrom('chain')
            .innerJoin('incident', 'incident.id', 'chain.id')
            .select(['chain.first_id', sql<string>`incident.merged_into`.as('id')])
            .where('incident.merged_into', 'is not', null),
        ),
    )
    .selectFrom('chain')
    .innerJoin('incident', 'incident.id', 'chain.id')
    .select('chain.first_id')
    .where('incident.state', 'in', OPEN_INCIDENTS)
    .execute();
  return new Set(rows.map(({ first_id }) => first_id));
}
