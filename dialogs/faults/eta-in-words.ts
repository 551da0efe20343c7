import { shortTime } from '../short-time.ts';
import type { Turn } from '../turn.ts';

export interface Eta {
  readonly at: number;
  readonly source: string;
  readonly setAt: number;
}

/** A restoration time with its source and age; null where there is none, or where it has passed. */
export function etaInWords({ words: { fault, notices }, now, services }: Turn, eta: Eta | null): string | null {
  if (eta === null || eta.at <= now) return null;
  return fault.incidentEta({
    time: shortTime(eta.at, services.profile.timeZone),
    source: fault.etaSource[eta.source] ?? notices.sources[eta.source] ?? notices.otherSource,
    minutes: Math.max(0, Math.round((now - eta.setAt) / 60_000)),
  });
}
