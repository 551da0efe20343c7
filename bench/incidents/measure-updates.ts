import { CLAIM, CLAIM_MS } from '../../desk/incidents/incident-claim.ts';
import { placeNewReports } from '../../desk/incidents/place-new-reports.ts';
import { updateFeeder } from '../../desk/incidents/update-feeder.ts';
import type { Scenario } from '../../desk/localisation/trouble-format.ts';
import type { Network } from '../../domain/faults/localisation/network.ts';
import { bulkInsert } from '../../store/bulk-insert.ts';
import { quantile } from '../measure/quantiles.ts';
import { openIncidentGround, outageTicket } from './incident-ground.ts';

export interface UpdateFigures {
  readonly devices: number;
  readonly reports: number;
  /** Milliseconds of processor time of one update, all threads: reading, inferring, the commit. */
  readonly updateMs: { readonly median: number; readonly p95: number; readonly worst: number };
  /** Of it, on the thread of the turns. */
  readonly ownThreadMs: { readonly median: number; readonly worst: number };
  /** To place one report, on the thread of the turns. */
  readonly placeMs: number;
  readonly incidents: number;
}

const UPDATES = 40;
const MINUTE = 60_000;

/** One feeder with everything on it: reports come in, and after each fortieth part it is brought up to date. */
export async function measureUpdates(network: Network, { reports }: Scenario): Promise<UpdateFigures> {
  const ground = await openIncidentGround([network]);
  try {
    const { parts, database } = ground;
    const start = ground.now;
    const calls = reports.filter(({ kind }) => kind === 'no_power').sort((a, b) => a.t - b.t);
    const step = Math.ceil(calls.length / UPDATES);
    const [updates, busies]: [number[], number[]] = [[], []];
    let placing = 0;
    for (let from = 0; from < calls.length; from += step) {
      const part = calls.slice(from, from + step);
      ground.now = start + (part.at(-1)?.t ?? 0) * MINUTE;
      await bulkInsert(
        database,
        'ticket',
        part.map(({ customer, t }, index) => outageTicket(from + index, `N0/${customer}`, start + t * MINUTE)),
      );
      await parts.claims.claim(CLAIM, { holder: parts.holder, now: ground.now, forMs: CLAIM_MS });
      const beforePlacing = ownCpuMs();
      while (await placeNewReports(parts, 0));
      placing += ownCpuMs() - beforePlacing;
      for (const look of await parts.looks.due(ground.now, 10)) {
        const [all, own] = [cpuMs(), ownCpuMs()];
        if (!(await updateFeeder(parts, look))) throw new Error('an update was refused');
        updates.push(cpuMs() - all);
        busies.push(ownCpuMs() - own);
      }
    }
    const incidents = await parts.incidents.open(100);
    return {
      devices: network.devices.length,
      reports: calls.length,
      updateMs: { median: quantile(updates, 0.5), p95: quantile(updates, 0.95), worst: Math.max(...updates) },
      ownThreadMs: { median: quantile(busies, 0.5), worst: Math.max(...busies) },
      placeMs: placing / Math.max(1, calls.length),
      incidents: incidents.length,
    };
  } finally {
    await ground.close();
  }
}

/** The machine may be busy with other things; they don't count. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function ownCpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
