import type { TicketNews } from '../../web/protocol/notices.ts';
import type { Offer } from '../offer.ts';
import { shortTime } from '../short-time.ts';
import type { Turn } from '../turn.ts';
import { askIfRestored } from './restored.ts';

type Told = TicketNews['matters'][number];

/** Says what has become of what the customer reported, all of it in one message, and asks whether supply is back. */
export async function tellNews(turn: Turn, news: TicketNews): Promise<void> {
  const { work, memory, words } = turn;
  const restored = news.matters.filter((matter) => matter.news.stage === 'restored');
  const others = (memory.restoredAsked ?? []).filter(({ number }) => restored.every((one) => one.number !== number));
  // Where it goes on after all there is nothing to ask; and while a person serves, it is theirs to ask.
  const stale = news.matters.filter((matter) => matter.news.stage === 'resumed').map(({ number }) => number);
  const served = work.hasSession && work.session.state === 'assigned';
  memory.restoredAsked = served
    ? []
    : [
        ...restored.map(({ number, noPower }) => ({ number, noPower, askedAt: turn.now })),
        ...others.filter(({ number }) => !stale.includes(number)),
      ];
  const question = restored.length > 0 ? askIfRestored(turn) : null;
  const text = [...news.matters.map((matter) => inWords(turn, matter)), ...(question ? [question.text] : [])].join(
    '\n',
  );
  const atNight: Offer = { label: words.notices.offers.atNight, meaning: { kind: 'at_night' } };
  // Whether somebody is safe stands to be answered whatever news comes in between.
  const contact = memory.offers.filter(({ meaning }) => meaning.kind === 'contact');
  const offers = question?.offers ?? [...contact, ...(news.atNight || news.danger ? [] : [atNight])];
  await turn.say({ text, offers, ...(news.danger ? { danger: true } : { notice: true }) });
}

function inWords(turn: Turn, { number, place, noPower, news }: Told): string {
  const { notices, common } = turn.words;
  const stages: Record<NonNullable<Told['news']['stage']>, string> = {
    accepted: notices.accepted,
    crew: notices.crew,
    restored: noPower ? notices.restored : notices.repaired,
    resumed: notices.resumed,
  };
  const said = [...(news.stage ? [stages[news.stage]] : []), ...(news.eta ? etaInWords(turn, news.eta) : [])];
  return [notices.head(number, place), ...said].join(common.space);
}

/** A restoration time only with its source and age. */
function etaInWords(turn: Turn, eta: NonNullable<Told['news']['eta']>): string[] {
  const { fault, notices } = turn.words;
  if (eta.kind === 'withdrawn') return [notices.etaWithdrawn];
  const { at, source, setAt } = eta.eta;
  const time = fault.incidentEta({
    time: shortTime(at, turn.services.profile.timeZone),
    source: fault.etaSource[source] ?? notices.sources[source] ?? notices.otherSource,
    minutes: Math.max(0, Math.round((turn.now - setAt) / 60_000)),
  });
  return eta.kind === 'changed' ? [notices.etaChanged, time] : [time];
}
