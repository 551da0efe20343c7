import { z } from 'zod';
import { hasRight, type Right } from '../../domain/desk/rights.ts';
import { jsonText } from '../../store/json-text.ts';
import { type DeskEvent, deskEventSchema } from '../../web/protocol/desk/session.ts';
import type { Caller } from '../route.ts';
import type { EventStream } from './event-stream.ts';

/** Turns what is said inside into what one desk is told. */
export class DeskNews {
  #caller: Caller;
  readonly #stream: EventStream;
  /** The last seq told, by conversation: the same news comes by two ways. */
  readonly #told = new Map<string, number>();

  constructor(caller: Caller, stream: EventStream) {
    this.#caller = caller;
    this.#stream = stream;
  }

  /** Whose desk it is, with the roles they have by now. */
  isFor(caller: Caller): void {
    this.#caller = caller;
  }

  tell(event: DeskEvent): void {
    const needed = NEEDED[event.type];
    if (needed !== null && !hasRight(this.#caller.roles, needed)) return;
    if (event.type === 'word' && event.to !== this.#caller.staffId) return;
    if (event.type === 'conversation' && !this.#isNews(event)) return;
    this.#stream.send(event);
  }

  fromDesk(message: string): void {
    const event = deskMessage.safeParse(message);
    if (event.success) this.tell(event.data);
  }

  fromConversation(conversationId: string, message: string): void {
    const said = conversationMessage.safeParse(message).data;
    if (said && 'seq' in said) this.tell({ type: 'conversation', conversationId, seq: said.seq });
    if (said && 'passing' in said && isCustomerTyping(said.passing)) {
      this.tell({ type: 'typing', conversationId, author: 'customer' });
    }
  }

  #isNews({ conversationId, seq }: { conversationId: string; seq: number }): boolean {
    if ((this.#told.get(conversationId) ?? 0) >= seq) return false;
    if (this.#told.size >= MOST_REMEMBERED) this.#told.clear();
    this.#told.set(conversationId, seq);
    return true;
  }
}

const MOST_REMEMBERED = 2000;

/** What somebody has to be allowed to read before an event about it is of use. */
const NEEDED: Readonly<Record<DeskEvent['type'], Right | null>> = {
  queue: null,
  session: 'conversations.read',
  conversation: 'conversations.read',
  typing: 'conversations.read',
  ticket: 'tickets.read',
  incident: 'incidents.read',
  content: null,
  floor: 'floor.read',
  word: null,
  listening: 'conversations.read',
};

const passingSchema = z.looseObject({
  type: z.string(),
  from: z.looseObject({ role: z.string().optional() }).optional(),
  channelData: z.looseObject({ author: z.string().optional() }).optional(),
});
const deskMessage = jsonText().pipe(deskEventSchema);
const conversationMessage = jsonText().pipe(
  z.union([z.object({ seq: z.number().int() }), z.object({ passing: passingSchema })]),
);

/** The other speakers are ours: agents and the bot. */
function isCustomerTyping({ type, from, channelData }: z.infer<typeof passingSchema>): boolean {
  return type === 'typing' && channelData?.author !== 'agent' && from?.role !== 'bot';
}
