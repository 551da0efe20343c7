import type { PlaceAsked } from '../services.ts';
import { shortTime } from '../short-time.ts';
import type { Turn } from '../turn.ts';
import { isEmergency } from './emergency.ts';
import type { FaultValues, KnownHere } from './fault-values.ts';
import { etaWords } from './known-outages.ts';

/** Says at once what is known where the report is from, once for each place; in an emergency the ticket comes first. */
export async function withWhatIsKnown(turn: Turn, given: FaultValues): Promise<FaultValues> {
  const values = await withHome(turn, given);
  if (values.ticket || values.back || isEmergency(values)) return values;
  const of = placeKey(turn, values);
  if (of === null || of === values.known?.of) return values;
  const [known, words] = await lookUp(turn, values, of);
  if (words) await turn.say({ text: words });
  return { ...values, known, explains: 'unknown' };
}

/** Where the verified account is supplied, so that it need not be typed. */
async function withHome({ memory, services }: Turn, values: FaultValues): Promise<FaultValues> {
  if (!memory.verified || values.home !== null) return values;
  const look = await services.billing.look(memory.verified.accountId, 'glance');
  return look.kind === 'known' ? { ...values, home: look.record.account.address } : values;
}

const ACCOUNT = 'account';

function placeKey({ memory }: Turn, { place, position, home }: FaultValues): string | null {
  if (place !== null) return place === home ? ACCOUNT : place;
  if (position) return `${position.lat},${position.lon}`;
  return memory.verified ? ACCOUNT : null;
}

async function lookUp(turn: Turn, values: FaultValues, of: string): Promise<[KnownHere, string | null]> {
  const { words, now, services } = turn;
  if (of === ACCOUNT && values.facts.no_power && (await isCutOff(turn))) {
    return [{ of, kind: 'arrears' }, words.fault.arrears(services.profile.standards.reconnectionHours.value)];
  }
  const { incidents, planned } = await services.outages.here(placeAsked(turn, values, of), now);
  const [incident] = incidents;
  if (incident) {
    const said = `${words.status.incident(incident.area)}${words.common.space}${etaWords(turn, incident)}`;
    return [
      { of, kind: 'incident', id: incident.id, number: incident.number, sure: (incident.here ?? 0) >= SURE },
      said,
    ];
  }
  const going = planned.find(({ from, to }) => from <= now && now < to);
  if (!going) return [{ of, kind: 'nothing' }, null];
  const { timeZone } = services.profile;
  const said = words.fault.knownPlanned(going.area, shortTime(going.from, timeZone), shortTime(going.to, timeZone));
  return [{ of, kind: 'planned', id: going.id, area: going.area }, said];
}

/** From this probability on that a place lies below what has failed, the report joins it unasked. */
const SURE = 0.6;

async function isCutOff({ memory, services }: Turn): Promise<boolean> {
  if (!memory.verified) return false;
  const look = await services.billing.look(memory.verified.accountId, 'glance');
  // What was so yesterday may have been paid since: only what the system says now explains a supply that is off.
  return look.kind === 'known' && look.keptAt === null && look.record.account.state === 'disconnected';
}

function placeAsked({ memory }: Turn, { place, position }: FaultValues, of: string): PlaceAsked {
  if (of === ACCOUNT && memory.verified) return { place: null, position: null, accountId: memory.verified.accountId };
  return { place, position, accountId: null };
}
