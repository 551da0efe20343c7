import { ActionTypes, type Activity, ActivityTypes, type Attachment, type TurnContext } from 'botbuilder';
import type { ReplyLanguage } from '../domain/language.ts';
import type { UnitOfWork } from '../store/unit-of-work.ts';
import type { BotWords } from '../strings/bot/bot-words.ts';
import { CARD_CONTENT_TYPE, type Card } from '../web/protocol/card.ts';
import type { Heard } from './heard.ts';
import type { Learned } from './learning/learned.ts';
import type { Memory } from './memory.ts';
import type { Offer } from './offer.ts';
import type { Services } from './services.ts';
import { DANGER_KIND, NOTICE_KIND } from './turn-work.ts';

/** What the bot says in one go: words, a card, and what can be chosen next. */
export interface Answer {
  readonly text?: string;
  readonly card?: Card;
  /** A picture of its own, where it is fetched. */
  readonly picture?: { readonly url: string; readonly name: string };
  readonly offers?: readonly Offer[];
  /** True where losing it would endanger somebody. */
  readonly danger?: boolean;
  /** True where it is said unasked, and is better lost than heard twice. */
  readonly notice?: boolean;
}

/** One turn as the dialogs see it. */
export class Turn {
  readonly context: TurnContext;
  readonly work: UnitOfWork;
  readonly services: Services;
  readonly heard: Heard;
  readonly language: ReplyLanguage;
  readonly words: BotWords;
  readonly memory: Memory;
  /** How many answers were given in this turn. */
  said = 0;
  /** A report has taken the message in: its facts stand in the summary as the report understands them. */
  factsKept = false;
  /** What the turn's commit keeps to learn from. */
  readonly learned: Learned[] = [];

  constructor(given: {
    context: TurnContext;
    work: UnitOfWork;
    services: Services;
    heard: Heard;
    language: ReplyLanguage;
    words: BotWords;
    memory: Memory;
  }) {
    this.context = given.context;
    this.work = given.work;
    this.services = given.services;
    this.heard = given.heard;
    this.language = given.language;
    this.words = given.words;
    this.memory = given.memory;
  }

  get now(): number {
    return this.work.now;
  }

  /** Says it; what was offered before can no longer be chosen. */
  async say(answer: Answer): Promise<void> {
    const said = this.language === 'zh-Hant' ? this.services.toTraditional(answer) : answer;
    this.said += 1;
    this.memory.offers = [...(said.offers ?? [])];
    if (said.text) this.memory.lastWords = said.text;
    await this.context.sendActivity(activityOf(said));
  }

  /** An event for the channel: nothing that is read. */
  async tell(name: string, value: unknown): Promise<void> {
    await this.context.sendActivity({ type: ActivityTypes.Event, name, value });
  }
}

/** Where a turn's Turn is found in its context. */
const TURN = Symbol('turn');

export function putTurn(turn: Turn): void {
  turn.context.turnState.set(TURN, turn);
}

/** Throws where the context is not one of ours. */
export function turnOf(context: TurnContext): Turn {
  const turn = context.turnState.get(TURN) as Turn | undefined;
  if (!turn) throw new Error('this context has no turn');
  return turn;
}

function activityOf({ text, card, picture, offers, danger, notice }: Answer): Partial<Activity> {
  const kind = danger ? DANGER_KIND : notice ? NOTICE_KIND : null;
  return {
    type: ActivityTypes.Message,
    ...(text ? { text } : {}),
    ...(card || picture ? { attachments: attachmentsOf(card, picture) } : {}),
    ...(offers?.length
      ? {
          suggestedActions: {
            to: [],
            actions: offers.map(({ label }) => ({ type: ActionTypes.ImBack, title: label, value: label })),
          },
        }
      : {}),
    ...(kind ? { channelData: { kind } } : {}),
  };
}

function attachmentsOf(card: Answer['card'], picture: Answer['picture']): Attachment[] {
  return [
    ...(picture ? [{ contentType: 'image/png', contentUrl: picture.url, name: picture.name }] : []),
    ...(card ? [{ contentType: CARD_CONTENT_TYPE, content: card }] : []),
  ];
}
