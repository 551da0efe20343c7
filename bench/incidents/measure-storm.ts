import type { Random } from '../../data/demo/random.ts';
import { IncidentWatch } from '../../desk/incidents/incident-watch.ts';
import type { Network } from '../../domain/faults/localisation/network.ts';
import { bulkInsert } from '../../store/bulk-insert.ts';
import { openIncidentGround, outageTicket } from './incident-ground.ts';

export interface StormFigures {
  readonly feeders: number;
  readonly reports: number;
  readonly simulatedSeconds: number;
  /** What it took to place them all and keep the incidents up with them, look by look. */
  readonly seconds: number;
  readonly worstLookMs: number;
  readonly incidents: number;
  readonly ticketsInIncidents: number;
}

const SECONDS = 600;
/** How often a look is taken, in simulated seconds. */
const EVERY = 2;

/** So many reports within ten simulated minutes, from all over: each feeder's breaker has tripped. */
export async function measureStorm(
  networks: readonly Network[],
  { reports, random }: { readonly reports: number; readonly random: Random },
): Promise<StormFigures> {
  const ground = await openIncidentGround(networks);
  try {
    const { parts, database } = ground;
    const start = ground.now;
    const callers = networks.flatMap(({ customers }, index) => customers.map(({ id }) => `N${index}/${id}`));
    const calls = Array.from({ length: reports }, () => ({
      account: callers[random.whole(0, callers.length - 1)] ?? '',
      at: random.unit() * SECONDS,
    })).sort((a, b) => a.at - b.at);
    const watch = new IncidentWatch(parts, (error) => {
      throw error;
    });
    let next = 0;
    let [spent, worst] = [0, 0];
    for (let second = EVERY; second <= SECONDS + EVERY; second += EVERY) {
      const from = next;
      while ((calls[next]?.at ?? Number.POSITIVE_INFINITY) < second) next += 1;
      ground.now = start + second * 1000;
      const tickets = calls
        .slice(from, next)
        .map(({ account, at }, index) => outageTicket(from + index, account, start + at * 1000));
      await bulkInsert(database, 'ticket', tickets);
      const began = performance.now();
      await watch.look();
      const took = performance.now() - began;
      spent += took;
      worst = Math.max(worst, took);
    }
    const joined = await database.query
      .selectFrom('incident_ticket')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return {
      feeders: networks.length,
      reports,
      simulatedSeconds: SECONDS,
      seconds: spent / 1000,
      worstLookMs: worst,
      incidents: (await parts.incidents.open(500)).length,
      ticketsInIncidents: Number(joined.count),
    };
  } finally {
    await ground.close();
  }
}
