import type { NewTicket, Ticket } from '../../store/repositories/ticket-book.ts';
import { drawNumber } from '../faults/fault-ticket.ts';
import type { Heard } from '../heard.ts';
import type { Offer } from '../offer.ts';
import type { Turn } from '../turn.ts';

/** After so long "no" is the answer to something else. */
const ASKED_FOR_MS = 24 * 60 * 60_000;

/** The question whether what was told as put right is so; of the first ticket that waits for its answer. */
export function askIfRestored({ memory, words }: Turn): { text: string; offers: Offer[] } | null {
  const asked = memory.restoredAsked ?? [];
  const [first] = asked;
  if (!first) return null;
  const { ask, offers, head } = words.notices;
  const { number, noPower } = first;
  const question = noPower ? ask.back : ask.repaired;
  const meaning = (back: boolean) => ({ kind: 'restored' as const, number, back });
  return {
    // Which one is meant is said where there are several.
    text: asked.length > 1 ? [head(number, null), question].join(words.common.space) : question,
    offers: [
      { label: noPower ? offers.back : offers.fine, meaning: meaning(true) },
      { label: noPower ? offers.out : offers.notFine, meaning: meaning(false) },
    ],
  };
}

/** What a message answers to that question in free words; null where it answers something else. */
export function restoredIn(
  heard: Heard,
  { memory, now }: Pick<Turn, 'memory' | 'now'>,
): { number: string; back: boolean } | null {
  const [first] = memory.restoredAsked ?? [];
  if (!first || heard.chosen !== null || now - first.askedAt > ASKED_FOR_MS) return null;
  const { intent, fault, slots } = heard.understanding;
  const { number } = first;
  // Whoever names a place reports another fault.
  if (fault !== null) return fault.no_power && slots.address === undefined ? { number, back: false } : null;
  if (intent === 'affirm') return { number, back: true };
  return intent === 'deny' ? { number, back: false } : null;
}

/** Takes the answer: once for each time it was asked. "No" opens a nested fault that follows the former ticket. */
export async function takeRestored(turn: Turn, { number, back }: { number: string; back: boolean }): Promise<void> {
  const { memory, services, words } = turn;
  const asked = memory.restoredAsked ?? [];
  const ticket = asked.some((one) => one.number === number) ? await services.tickets.byNumber(number) : undefined;
  if (!ticket) {
    await turn.say({ text: words.notices.answered });
    return;
  }
  memory.restoredAsked = asked.filter((one) => one.number !== number);
  const said = back ? noteBack(turn, ticket) : openNested(turn, ticket);
  const next = askIfRestored(turn);
  await turn.say({ text: next ? `${said}\n${next.text}` : said, offers: next?.offers ?? [] });
}

/** Whoever was asked and has answered needs no call back. */
function noteBack({ work, services, words, now }: Turn, { id, number, state, version }: Ticket): string {
  const entry = { at: now, actor: 'customer' };
  work.add(...services.tickets.answer(id, { ...entry, type: 'supply_back', data: { back: true } }));
  if (state === 'restored') {
    const data = { from: state, to: 'called_back' };
    const change = { state: 'called_back', contacted_at: now } as const;
    work.add(...services.tickets.amend(id, change, { ...entry, type: 'state', data }, version));
  }
  work.tellDesk({ type: 'ticket', ticketId: id });
  return words.notices.thanks(number);
}

/** As grave as the former was: what was wrong then still is, and where. */
function openNested(turn: Turn, former: Ticket): string {
  const { work, services, words, memory, now } = turn;
  const id = work.newId();
  const number = drawNumber(turn);
  const ticket: NewTicket = {
    id,
    number,
    kind: former.kind,
    severity: former.severity,
    reasons: former.reasons,
    facts: former.facts,
    place: former.place,
    lat: former.lat,
    lon: former.lon,
    since: former.since,
    phone: former.phone,
    description: words.notices.nestedWords(former.number),
    account_id: former.account_id,
    conversation_id: work.conversation.id,
    session_id: work.session.id,
    responsible_role: former.responsible_role,
    language: turn.language,
    created_at: now,
    former_id: former.id,
  };
  work.add(
    ...services.tickets.open(ticket, { at: now, actor: 'bot', type: 'opened', data: { former: former.number } }),
    ...services.tickets.answer(former.id, {
      ...{ at: now, actor: 'customer', type: 'still_out' },
      data: { back: false, nested: number },
    }),
    // The new ticket is what is left to be done; that the customer was heard stops the clock of the former.
    ...(former.closed_at === null ? services.tickets.heard(former.id, now) : []),
  );
  for (const ticketId of [id, former.id]) work.tellDesk({ type: 'ticket', ticketId });
  work.changeSession({ severity: former.severity });
  memory.summary = { ...memory.summary, ticketNumbers: [...memory.summary.ticketNumbers, number] };
  return words.notices.nested(former.number, number);
}
