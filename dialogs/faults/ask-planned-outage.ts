import { addDays, localTimeOf } from '../../domain/local-time.ts';
import type { CardOf } from '../../web/protocol/card.ts';
import type { Frame } from '../frame/frame.ts';
import type { Offer } from '../offer.ts';
import { requestPerson } from '../people/request-person.ts';
import { type Where, whereIn, whereOrHome } from '../places/where.ts';
import type { KnownOutages, KnownPlannedOutage } from '../services.ts';
import { shortTime } from '../short-time.ts';
import type { Turn } from '../turn.ts';
import { incidentsInWords } from './known-outages.ts';

export const ASK_PLANNED_OUTAGE = 'ask_planned_outage';

interface PlannedValues {
  readonly place: Where | null;
}

/** Planned outages at a place, or where the verified account is supplied. */
export const askPlannedOutage: Frame<PlannedValues> = {
  id: ASK_PLANNED_OUTAGE,
  version: 1,
  start: () => ({ place: null }),
  fill: ({ place }, heard, pending) => ({ place: whereIn(heard, pending === 'place') ?? place }),
  next: ({ place }) => (place === null ? 'place' : null),
  ask: ({ words }, _values, { again }) => ({ text: again ? words.planned.askAgain : words.planned.ask }),
  before: async (turn, { place }) => ({ place: whereOrHome(turn, place) }),
  skip: () => null,

  async finish(turn, { place }) {
    if (place) await sayPlanned(turn, place);
    else await requestPerson(turn, 'needs_person');
  },

  async cancel(turn) {
    await turn.say({ text: turn.words.common.cancelled });
  },

  gathered: ({ place }) => (place?.kind === 'area' ? { place: place.name.zh } : {}),
};

async function sayPlanned(turn: Turn, place: Where): Promise<void> {
  const { words } = turn;
  const known = await knownAt(turn, place);
  const name = nameOf(turn, place);
  const reach = reachInWords(turn);
  const offers: Offer[] = [
    { label: words.planned.offers.report, meaning: { kind: 'intent', intent: 'report_outage' } },
  ];
  const incidents = incidentsInWords(turn, known.incidents);
  if (known.planned.length === 0) {
    const none = name === null ? words.planned.noneHome : words.planned.none(name);
    await turn.say({ text: [...incidents, none, reach].join('\n'), offers });
    return;
  }
  const title = name === null ? words.planned.titleHome : words.planned.title(name);
  const text = [...incidents, words.planned.found(known.planned.length), reach].join('\n');
  await turn.say({ text, card: cardOf(turn, title, known.planned), offers });
}

async function knownAt({ services, memory, now }: Turn, place: Where): Promise<KnownOutages> {
  const { outages, areas } = services;
  const code = place.kind === 'area' ? place.code : place.kind === 'position' ? areas.around(place)?.code : undefined;
  if (code !== undefined) return outages.inArea(code, now);
  return place.kind === 'account' && memory.verified
    ? outages.atAccount(memory.verified.accountId, now)
    : { incidents: [], planned: [] };
}

/** Null for the customer's own premises. */
function nameOf({ language, words, services }: Turn, place: Where): string | null {
  if (place.kind === 'account') return null;
  const name = place.kind === 'area' ? place.name : services.areas.around(place)?.name;
  if (!name) return words.ticket.positionShared;
  return language === 'en' ? name.en : name.zh;
}

/** How far what is announced reaches: work beyond the notice may yet come. */
function reachInWords({ words, services, now }: Turn): string {
  const { profile } = services;
  const days = profile.standards.plannedOutageNoticeDays.value;
  const until = addDays(localTimeOf(now, profile.timeZone).date, days);
  return `${words.planned.reach(days, words.common.date(until))}${words.common.space}${words.planned.urgent}`;
}

function cardOf(turn: Turn, title: string, planned: readonly KnownPlannedOutage[]): CardOf<'list'> {
  const { words, language, services, now } = turn;
  const { labels, time, goingOn, ahead } = words.planned;
  const short = (at: number) => shortTime(at, services.profile.timeZone);
  return {
    kind: 'list',
    title,
    items: planned.map(({ area, from, to, reason, reasonEn }) => ({
      title: area,
      facts: [
        { label: labels.time, value: time(short(from), short(to)) },
        { label: labels.reason, value: language === 'en' ? reasonEn : reason },
        { label: labels.state, value: from <= now ? goingOn : ahead },
      ],
    })),
    actions: [],
  };
}
