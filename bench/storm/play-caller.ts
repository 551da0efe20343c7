import { setTimeout as delay } from 'node:timers/promises';
import type { Caller } from './caller.ts';
import type { DirectLine, HeardActivity } from './direct-line.ts';
import { isSettled, type Question, ticketIn } from './read-question.ts';
import { answerTo, firstWords, openingOf, type Said, sayPlainly } from './say.ts';

/** What a customer has said, and what became of it: to be held against what the server keeps. */
export interface Played {
  readonly caller: Caller;
  readonly conversationId: string;
  /** Their messages, in order, by the ids that they gave them. */
  readonly said: readonly { readonly clientId: string; readonly seq: number }[];
  /** Ids of all activities heard, as often as they came. */
  readonly heard: readonly string[];
  readonly ending: 'ticket' | 'no_ticket' | 'left' | 'unanswered' | 'endless';
  /** The ticket's number as it was told. */
  readonly ticket: string | null;
  /** Of an emergency: the message that told the last that its ticket waited for. */
  readonly emergency: {
    readonly clientId: string;
    /** Date.now() when it was sent. */
    readonly sentAt: number;
    /** Milliseconds from its POST until the ticket's number was heard. */
    readonly heardAfter: number;
  } | null;
}

export interface Playing {
  readonly caller: Caller;
  readonly connect: (heard: (activities: readonly HeardActivity[], at: number) => void) => Promise<DirectLine>;
  readonly questionIn: (text: string) => Question | null;
  readonly newId: () => string;
}

/** No customer waits longer for an answer. */
const PATIENCE_MS = 120_000;
/** After so long without an acknowledgement a client sends again; here it is done on purpose. */
const REPEAT_MS = 30;
const MOST_MESSAGES = 16;

/** One customer from first words to the end of their report. */
export async function playCaller({ caller, connect, questionIn, newId }: Playing): Promise<Played> {
  const ear = new Ear();
  const line = await connect((activities, at) => ear.take(activities, at));
  const said: { clientId: string; seq: number }[] = [];
  const asked: string[] = [];
  let emergency: Played['emergency'] = null;
  const played = (ending: Played['ending']): Played => {
    const { ids, ticket } = ear;
    const { conversationId } = line;
    return { ...{ caller, conversationId, said, ending, emergency }, heard: ids, ticket: ticket?.number ?? null };
  };
  try {
    let next = openingOf(caller);
    for (let number = 1; number <= MOST_MESSAGES; number += 1) {
      if (caller.leavesBefore === number) return played('left');
      if (caller.reconnectsBefore === number) await line.reconnect();
      const clientId = newId();
      const [sentAt, began] = [Date.now(), performance.now()];
      const seq = await send(line, next, { clientId, twice: caller.repeats === number });
      said.push({ clientId, seq });
      const answer = await ear.answerTo(seq);
      if (answer === null) return played('unanswered');
      if (caller.danger && ear.ticket) emergency ??= { clientId, sentAt, heardAfter: ear.ticket.at - began };
      const question = answer.map(({ text }) => questionIn(text ?? '')).findLast((found) => found !== null);
      if (question) {
        asked.push(question.field);
        next = answerTo(caller, question, asked.filter((field) => field === question.field).length);
      } else if (ear.ticket) return played('ticket');
      else if (answer.some(({ text }) => isSettled(text ?? ''))) return played('no_ticket');
      else next = number === 1 && caller.opens === 'greets' ? firstWords(caller) : sayPlainly(caller);
    }
    return played('endless');
  } finally {
    line.close();
  }
}

async function send(
  line: DirectLine,
  { text, position }: Said,
  { clientId, twice }: { clientId: string; twice: boolean },
): Promise<number> {
  const activity = {
    type: 'message',
    ...(text === undefined ? {} : { text }),
    ...(position ? { entities: [{ type: 'GeoCoordinates', latitude: position.lat, longitude: position.lon }] } : {}),
    channelData: { clientActivityID: clientId },
  };
  if (!twice) return line.say(activity);
  const [first, second] = await Promise.all([line.say(activity), delay(REPEAT_MS).then(() => line.say(activity))]);
  if (first !== second) throw new Error(`${clientId} became ${first} and ${second} in ${line.conversationId}`);
  return first;
}

/** What a customer has heard so far, and whoever waits for the next. */
class Ear {
  readonly ids: string[] = [];
  ticket: { readonly number: string; readonly at: number } | null = null;
  #fromBot: (HeardActivity & { readonly seq: number })[] = [];
  #woken: () => void = () => {};

  take(activities: readonly HeardActivity[], at: number): void {
    for (const activity of activities) {
      // What passes, such as typing or a place in the queue, has no place in the transcript.
      if (activity.id === undefined) continue;
      this.ids.push(activity.id);
      if (activity.type !== 'message' || activity.from.role !== 'bot') continue;
      this.#fromBot.push({ ...activity, seq: Number(activity.id.split('|')[1]) });
      const number = ticketIn(activity.text ?? '');
      if (number !== null) this.ticket ??= { number, at };
    }
    this.#woken();
  }

  /** What the bot said after a message; null where nothing came in time. */
  async answerTo(seq: number): Promise<readonly HeardActivity[] | null> {
    const late = AbortSignal.timeout(PATIENCE_MS);
    while (!late.aborted) {
      const answer = this.#fromBot.filter((activity) => activity.seq > seq);
      if (answer.length > 0) {
        this.#fromBot = [];
        return answer;
      }
      await new Promise<void>((resolve) => {
        this.#woken = resolve;
        late.addEventListener('abort', () => resolve(), { once: true });
      });
    }
    return null;
  }
}
