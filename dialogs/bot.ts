import { ActivityHandler, type ConversationState, type StatePropertyAccessor, type TurnContext } from 'botbuilder';
import type { DialogContext, DialogState } from 'botbuilder-dialogs';
// By its file: the package's index loads prompts with recognizers for a dozen languages, 35 MB that nothing here uses.
import { DialogSet } from 'botbuilder-dialogs/lib/dialogSet.js';
import type { Intent } from '../domain/intent.ts';
import { botWords } from '../strings/bot/bot-words.ts';
import { JOIN_EVENT, RATING_EVENT, ratingValueSchema } from '../web/protocol/conversation.ts';
import type { ReleaseTask } from '../web/protocol/desk/session.ts';
import { noteDangerInAnswer, notePowerBeside } from './asking/ask-about-power.ts';
import { consentIn, offerAsking, refuse } from './asking/consent.ts';
import { sayBanners } from './content/say-banners.ts';
import { greet } from './content/small-talk.ts';
import { decideRoute, isDanger } from './decide-route.ts';
import { allDialogs } from './dialog-table.ts';
import { sayWhatToDo } from './faults/safety.ts';
import { followRoute } from './follow-route.ts';
import { FrameDialog } from './frame/frame-dialog.ts';
import { commitLearned, learnFromAnswer } from './learning/learn-from-turn.ts';
import { listen, replyLanguage } from './listen.ts';
import { forSession, type Memory, newMemory } from './memory.ts';
import { namedIn } from './money/ask-bill.ts';
import { BILLING_AWAITED, goOnAwaiting } from './money/await-look.ts';
import { answerBinding } from './money/binding/answer-binding.ts';
import { recallBinding } from './money/binding/recall-binding.ts';
import { correctsLoad } from './money/corrected-load.ts';
import { moneyAsked } from './money/money-asked.ts';
import { openWhatIf } from './money/open-what-if.ts';
import { refuseCardNumber } from './money/refuse-card-number.ts';
import { hearIdentity } from './money/site-identity.ts';
import { keepVerified } from './money/verified.ts';
import { followFault } from './notices/follow-fault.ts';
import { answerNotice, hearNotice } from './notices/hear-notice.ts';
import { contactIn, takeContact } from './notices/life-support.ts';
import { afterHandoff } from './people/after-handoff.ts';
import { doNext } from './people/do-next.ts';
import { askForRating, takeRating } from './people/rate-service.ts';
import { saidTooMuch } from './said-too-much.ts';
import type { Services } from './services.ts';
import { keepSummary } from './summary.ts';
import { putTurn, Turn } from './turn.ts';
import { workOf } from './turn-work.ts';

/** The bot: hears an activity, puts danger first, and leads it to the dialog that it belongs to. */
export class SwitchboardBot extends ActivityHandler {
  readonly #state: ConversationState;
  readonly #memory: StatePropertyAccessor<Memory>;
  readonly #dialogs: DialogSet;
  readonly #services: Services;

  constructor(state: ConversationState, services: Services) {
    super();
    this.#state = state;
    this.#services = services;
    this.#memory = state.createProperty<Memory>('memory');
    this.#dialogs = new DialogSet(state.createProperty<DialogState>('dialogs'));
    for (const dialog of allDialogs()) this.#dialogs.add(dialog);
    this.onMessage(async (context, next) => {
      await this.#onWords(await this.#begin(context));
      await next();
    });
    this.onEvent(async (context, next) => {
      await this.#onEvent(await this.#begin(context));
      await next();
    });
  }

  override async run(context: TurnContext): Promise<void> {
    await super.run(context);
    await this.#state.saveChanges(context);
  }

  async #begin(context: TurnContext): Promise<Turn> {
    const work = workOf(context);
    const sessionId = work.hasSession ? work.session.id : null;
    const memory = forSession(await this.#memory.get(context, newMemory(sessionId)), sessionId);
    await this.#memory.set(context, memory);
    const { understand, areas } = this.#services;
    const heard = listen(context.activity, { understand, areas, language: memory.language, offers: memory.offers });
    const { heard: language, reply } = replyLanguage(heard, memory.language, {
      preferred: preferredLanguage(context, work.language),
      toTraditional: this.#services.toTraditional,
    });
    memory.language = language;
    work.language = reply;
    const turn = new Turn({
      context,
      work,
      services: this.#services,
      heard,
      language: reply,
      words: botWords(reply),
      memory,
    });
    putTurn(turn);
    return turn;
  }

  async #onWords(turn: Turn): Promise<void> {
    const { work, heard, memory } = turn;
    const facts = heard.understanding.fault;
    // Read before anything is said: what is said next offers something else.
    const contact = contactIn(heard, memory.offers);
    keepVerified(turn);
    await recallBinding(turn);
    if (work.session.state === 'assigned') {
      if (facts) await sayWhatToDo(turn, facts);
      if (contact) await takeContact(turn, contact);
      if (consentIn(heard) === false) await refuse(turn);
      else if (!isDanger(heard)) notePowerBeside(turn);
      await refuseCardNumber(turn, true);
      keepSummary(turn, {});
      return;
    }
    if (await this.#ratingInWords(turn)) return;
    if (facts) await sayWhatToDo(turn, facts);
    await sayBanners(turn);
    if (!isDanger(heard) && (await saidTooMuch(turn))) return;
    const dc = await this.#dialogContext(turn);
    if (!isDanger(heard) && (await answerNotice(turn, dc, contact))) return keepSummary(turn, {});
    if (isDanger(heard)) noteDangerInAnswer(turn);
    if (!isDanger(heard) && (await refuseCardNumber(turn, dc.activeDialog !== undefined))) {
      if (dc.activeDialog) await dc.repromptDialog();
      return keepSummary(turn, {});
    }
    if (contact) await takeContact(turn, contact);
    if (!isDanger(heard) && (await answerBinding(turn, dc))) return keepSummary(turn, {});
    const route = decideRoute(heard, {
      active: activeOf(dc),
      hasFaultTicket: memory.lastFault !== null,
      lastIntent: memory.summary.intent as Intent | null,
      namesMonth: namedIn(turn) !== null,
      asked: moneyAsked(heard.text),
      correctsCost: correctsLoad(openWhatIf(memory), heard.text),
    });
    learnFromAnswer(turn, route);
    await followRoute(route, { turn, dc, dialogs: this.#dialogs });
    commitLearned(turn);
    followFault(turn);
    await offerAsking(turn, dc);
    keepSummary(turn, { ...numbersIn(turn), ...this.#gathered(dc) });
    if (turn.heard.understanding.intent === 'goodbye' && !dc.activeDialog) await this.#close(turn);
  }

  async #onEvent(turn: Turn): Promise<void> {
    const { activity } = turn.context;
    if (activity.name === JOIN_EVENT) {
      if (!turn.memory.greeted) await greet(turn);
      await sayBanners(turn);
    } else if (activity.name === RATING_EVENT) {
      const rating = ratingValueSchema.safeParse(activity.value);
      if (rating.success) await takeRating(turn, rating.data);
    } else if (activity.name && turn.work.inboundAuthor === 'system') {
      if (await hearNotice(turn, await this.#dialogContext(turn))) return;
      const { name, value } = activity;
      if (await hearIdentity(turn, { name, value }, await this.#dialogContext(turn))) return;
      if (name === BILLING_AWAITED) return goOnAwaiting(turn, await this.#dialogContext(turn));
      await afterHandoff(turn, { name, value, doNext: (task) => this.#doNext(turn, task) });
    }
  }

  /** What a person has left for the bot to do. */
  async #doNext(turn: Turn, task: ReleaseTask): Promise<void> {
    const dc = await this.#dialogContext(turn);
    await doNext(task, { turn, dc, dialogs: this.#dialogs });
  }

  /** Where cards can't be tapped, a bare number from 1 to 5 after the service was closed is its rating. */
  async #ratingInWords(turn: Turn): Promise<boolean> {
    const { memory, heard } = turn;
    if (memory.toRate === null || heard.chosen || !/^[1-5]$/.test(heard.text)) return false;
    await takeRating(turn, { sessionId: memory.toRate, score: Number(heard.text) });
    return true;
  }

  /** The customer has said goodbye: the service session is over and may be rated. */
  async #close(turn: Turn): Promise<void> {
    const { work } = turn;
    if (work.session.state !== 'bot') return;
    work.changeSession({ state: 'closed', closed_at: turn.now, closed_by: 'bot', disposition: 'information_query' });
    await askForRating(turn, work.session.id);
  }

  /** A dialog that this version does not have any more can't go on: it is dropped, and the words are heard afresh. */
  async #dialogContext({ context }: Turn): Promise<DialogContext> {
    const dc = await this.#dialogs.createContext(context);
    if (dc.stack.some(({ id }) => !this.#dialogs.find(id))) dc.stack.splice(0);
    return dc;
  }

  #gathered(dc: DialogContext): Record<string, string> {
    const dialog = dc.activeDialog ? this.#dialogs.find(dc.activeDialog.id) : undefined;
    return dialog instanceof FrameDialog ? dialog.gathered(dc.activeDialog?.state) : {};
  }
}

function activeOf(dc: DialogContext): { id: string; pending: string | null } | null {
  if (!dc.activeDialog) return null;
  const { pending } = dc.activeDialog.state as { pending?: string | null };
  return { id: dc.activeDialog.id, pending: pending ?? null };
}

/** Numbers that were said, whatever they were said for. */
function numbersIn({ heard }: Turn): Record<string, string> {
  const { phone, account_number } = heard.understanding.slots;
  return { ...(phone ? { phone } : {}), ...(account_number ? { account_number } : {}) };
}

/** Before anybody has written, what the browser or the channel prefers. */
function preferredLanguage(context: TurnContext, known: string | null): string | null {
  return context.activity.locale ?? known;
}
