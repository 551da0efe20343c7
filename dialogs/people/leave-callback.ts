import { type CallWindow, callbackWindows } from '../../domain/desk/callback-windows.ts';
import type { CardOf } from '../../web/protocol/card.ts';
import { drawNumber } from '../faults/fault-ticket.ts';
import type { Frame } from '../frame/frame.ts';
import type { Heard } from '../heard.ts';
import type { Turn } from '../turn.ts';
import { windowWords } from './call-words.ts';
import { leaveQueue } from './leave-queue.ts';

export const LEAVE_CALLBACK = 'leave_callback';

const WINDOWS_OFFERED = 4;

export interface CallbackValues {
  readonly window: CallWindow | null;
  readonly phone: string | null;
}

/** A customer who does not want to wait is called: number and window become a task that somebody answers for. */
export const leaveCallback: Frame<CallbackValues> = {
  id: LEAVE_CALLBACK,
  version: 1,
  start: () => ({ window: null, phone: null }),
  fill: (values, heard) => ({
    window: windowOf(heard) ?? values.window,
    phone: heard.understanding.slots.phone ?? values.phone,
  }),
  next({ window, phone }) {
    if (!window) return 'window';
    return phone ? null : 'phone';
  },

  ask(turn, _values, { field, again }) {
    const { callback } = turn.words.person;
    if (field === 'phone') return { text: again ? callback.phoneAgain : callback.phone };
    return {
      text: again ? callback.windowAgain : callback.window,
      offers: windowsNow(turn).map((window) => ({
        label: windowWords(turn, window),
        meaning: { kind: 'value' as const, field: 'window', value: `${window.from}-${window.until}` },
      })),
    };
  },

  /** The number may have been given before it was asked for. */
  async before(turn, values) {
    return { ...values, phone: values.phone ?? turn.memory.summary.gathered.phone ?? null };
  },

  skip: () => null,

  async finish(turn, { window, phone }) {
    if (!window || !phone) return null;
    const { callback } = turn.words.person;
    const waited = turn.work.session.state === 'queued';
    const number = await promiseCall(turn, window, phone);
    const left = waited && turn.work.session.state !== 'queued' ? [callback.leftQueue] : [];
    const text = [callback.promised(windowWords(turn, window), phone), ...left].join(turn.words.common.space);
    await turn.say({ text, card: callCard(turn, { window, phone, number }) });
    return number;
  },

  async cancel(turn) {
    await turn.say({ text: turn.words.common.cancelled });
  },

  gathered({ phone }): Record<string, string> {
    return phone ? { phone } : {};
  },
};

function windowsNow({ services, now }: Turn): CallWindow[] {
  return callbackWindows(services.profile, { now, count: WINDOWS_OFFERED });
}

function windowOf({ chosen }: Heard): CallWindow | null {
  if (chosen?.kind !== 'value' || chosen.field !== 'window') return null;
  const [from, until] = chosen.value.split('-').map(Number);
  return from !== undefined && until !== undefined ? { from, until } : null;
}

/** One commit with the turn: the ticket, when to call, and the place in the queue given up. */
async function promiseCall(turn: Turn, window: CallWindow, phone: string): Promise<string> {
  const { work, services, memory, now } = turn;
  const id = work.newId();
  const number = drawNumber(turn);
  const ticket = {
    ...{ id, number, kind: 'callback' as const, severity: memory.summary.severity ?? ('P4' as const) },
    ...{ reasons: '[]', facts: null, place: null, lat: null, lon: null, since: null, phone },
    description: descriptionOf(turn, window, phone),
    account_id: memory.verified?.accountId ?? null,
    conversation_id: work.conversation.id,
    session_id: work.session.id,
    responsible_role: 'agent' as const,
    language: turn.language,
    created_at: now,
  };
  const data = { phone, from: window.from, until: window.until };
  work.add(
    ...services.tickets.open(ticket, { at: now, actor: 'bot', type: 'opened', data }),
    services.desk.promiseCall({ ticket_id: id, phone, from_at: window.from, until_at: window.until }),
  );
  work.tellDesk({ type: 'ticket', ticketId: id });
  memory.summary = { ...memory.summary, ticketNumbers: [...memory.summary.ticketNumbers, number] };
  if (work.session.state === 'queued' && ticket.severity !== 'P1') {
    await leaveQueue(turn);
  }
  return number;
}

/** When to call, and the customer's own words on the matter. */
function descriptionOf(turn: Turn, window: CallWindow, phone: string): string {
  const task = turn.words.person.callback.task(windowWords(turn, window), phone);
  return [task, turn.memory.summary.firstWords].filter(Boolean).join('\n\n');
}

function callCard(turn: Turn, given: { window: CallWindow; phone: string; number: string }): CardOf<'ticket'> {
  const { ticket, person } = turn.words;
  const severity = turn.memory.summary.severity ?? 'P4';
  return {
    kind: 'ticket',
    title: ticket.titles.callback ?? '',
    number: given.number,
    severity,
    severityLabel: ticket.severity[severity],
    facts: [
      { label: person.callback.labels.window, value: windowWords(turn, given.window) },
      { label: ticket.labels.phone, value: given.phone },
    ],
    next: [person.callback.promise],
    actions: [],
  };
}
