import type { Offer } from '../offer.ts';
import type { Turn } from '../turn.ts';
import { chaseUp } from './chase-up.ts';
import type { FaultValues } from './fault-values.ts';
import { callOff } from './own-ticket.ts';

/** The end of a report that needs no ticket of its own: supply is back, the cause is known, an own ticket was chased up or called off. */
export async function settleFault(turn: Turn, values: FaultValues): Promise<void> {
  const { words } = turn;
  const { own, ownAnswer, known } = values;
  if (own && ownAnswer === 'chase') return turn.say({ text: await chase(turn, own.number) });
  if (own && ownAnswer === 'cancel') return turn.say({ text: await callOff(turn, own) });
  if (values.check?.outcome === 'restored_but_one' && !values.ticket) {
    turn.memory.leftFault = { ...values, back: false };
    const visit: Offer = { label: words.fault.check.visit, meaning: { kind: 'intent', intent: 'report_outage' } };
    return turn.say({ text: words.fault.check.restoredButOne, offers: [visit] });
  }
  if (values.back) return turn.say({ text: saysBackTo(turn, values) });
  const offers = known?.kind === 'arrears' ? arrearsOffers(turn) : [];
  await turn.say({ text: known?.kind === 'arrears' ? words.fault.arrearsNext : words.fault.plannedNoted, offers });
}

async function chase(turn: Turn, number: string): Promise<string> {
  const ticket = await turn.services.tickets.byNumber(number);
  const [said] = ticket ? chaseUp(turn, [ticket], turn.heard.text) : [];
  return said ?? turn.words.fault.own.gone(number);
}

/** A ticket that stands stays until people have seen to it: that supply is back is entered. */
function saysBackTo(turn: Turn, { ticket, check }: FaultValues): string {
  const { words, services, work, now } = turn;
  if (ticket) {
    const entry = { at: now, actor: 'customer', type: 'supply_back', data: { back: true } } as const;
    work.add(...services.tickets.answer(ticket.id, entry));
    work.tellDesk({ type: 'ticket', ticketId: ticket.id });
    return words.fault.backOnTicket(ticket.number);
  }
  return check?.outcome === 'restored' ? words.fault.check.restored : words.fault.back;
}

function arrearsOffers({ words }: Turn): Offer[] {
  const { offers } = words.balance;
  return [
    { label: offers.reconnect, meaning: { kind: 'intent', intent: 'request_reconnection' } },
    { label: offers.balance, meaning: { kind: 'intent', intent: 'ask_balance' } },
    { label: offers.methods, meaning: { kind: 'intent', intent: 'ask_payment_methods' } },
  ];
}
