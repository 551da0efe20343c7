import {
  ActivityHandler,
  ConversationState,
  MemoryStorage,
  MessageFactory,
  type StatePropertyAccessor,
  type TurnContext,
  UserState,
} from 'botbuilder';
import {
  ComponentDialog,
  DialogSet,
  type DialogState,
  DialogTurnStatus,
  TextPrompt,
  WaterfallDialog,
  type WaterfallStepContext,
} from 'botbuilder-dialogs';
import { serveBot } from './serve-bot.ts';

const REPORT = 'report';
const STEPS = 'steps';
const WORDS = 'words';

interface FaultReport {
  place?: string;
  since?: string;
}

/** A fault report of three questions, each step a prompt, built as the samples' multi-turn prompt is. */
class FaultReportDialog extends ComponentDialog {
  readonly #reports: StatePropertyAccessor<FaultReport>;

  constructor(reports: StatePropertyAccessor<FaultReport>) {
    super(REPORT);
    this.#reports = reports;
    this.addDialog(new TextPrompt(WORDS));
    this.addDialog(
      new WaterfallDialog(STEPS, [
        (step) => step.prompt(WORDS, 'Where is it? Please give town and road.'),
        (step) => this.#askSince(step),
        (step) => this.#askPhone(step),
        (step) => this.#finish(step),
      ]),
    );
    this.initialDialogId = STEPS;
  }

  async #askSince(step: WaterfallStepContext) {
    Object.assign(step.values, { place: step.result });
    return step.prompt(WORDS, 'Since when?');
  }

  async #askPhone(step: WaterfallStepContext) {
    Object.assign(step.values, { since: step.result });
    return step.prompt(WORDS, 'What number can we call you at?');
  }

  async #finish(step: WaterfallStepContext) {
    const { place, since } = step.values as FaultReport;
    Object.assign(await this.#reports.get(step.context, {}), { place, since });
    await step.context.sendActivity(MessageFactory.text(`Reported: ${place}, since ${since}, phone ${step.result}.`));
    return step.endDialog();
  }
}

class DialogBot extends ActivityHandler {
  readonly #states: readonly (ConversationState | UserState)[];
  readonly #dialogs: DialogSet;

  constructor(conversationState: ConversationState, userState: UserState) {
    super();
    this.#states = [conversationState, userState];
    this.#dialogs = new DialogSet(conversationState.createProperty<DialogState>('DialogState'));
    this.#dialogs.add(new FaultReportDialog(userState.createProperty<FaultReport>('report')));
    this.onMessage(async (context, next) => {
      const dialogs = await this.#dialogs.createContext(context);
      const { status } = await dialogs.continueDialog();
      if (status === DialogTurnStatus.empty) await dialogs.beginDialog(REPORT);
      await next();
    });
  }

  override async run(context: TurnContext): Promise<void> {
    await super.run(context);
    for (const state of this.#states) await state.saveChanges(context, false);
  }
}

const storage = new MemoryStorage();
serveBot(new DialogBot(new ConversationState(storage), new UserState(storage)));
