import {
  type Activity,
  ActivityTypes,
  BotAdapter,
  type ConversationReference,
  type ResourceResponse,
  TurnContext,
} from 'botbuilder';
import { DANGER_KIND, HANDOFF_INITIATE, NOTICE_KIND, WORK, workOf } from '../../dialogs/turn-work.ts';
import type { UnitOfWork } from '../../store/unit-of-work.ts';

/**
 * The one adapter of every channel: it sends nothing. What the bot says in a turn becomes replies of the unit of work and
 * leaves after the commit.
 */
export class TurnAdapter extends BotAdapter {
  /** The dialogs' memory scopes and path resolvers, which have no state: the SDK would make them anew for every turn. */
  #dialogMemory: unknown;

  /** Runs the bot's logic on one stored activity; all that it decides is in `work` afterwards. */
  async runTurn(
    activity: Partial<Activity>,
    work: UnitOfWork,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    const context = new TurnContext(this, activity);
    context.turnState.set(WORK, work);
    if (this.#dialogMemory) context.turnState.set(DIALOG_MEMORY, this.#dialogMemory);
    await this.runMiddleware(context, logic);
    this.#dialogMemory ??= context.turnState.get(DIALOG_MEMORY);
  }

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const work = workOf(context);
    return activities.map((activity, index) => {
      if (activity.type !== ActivityTypes.Trace) work.reply(replyOf(activity));
      return { id: `${work.inboundSeq}.${index}` };
    });
  }

  override async updateActivity(): Promise<never> {
    throw new Error('a transcript is only appended to: an activity is never updated');
  }

  override async deleteActivity(): Promise<never> {
    throw new Error('a transcript is only appended to: an activity is never deleted');
  }

  override async continueConversation(_reference: Partial<ConversationReference>): Promise<void> {
    throw new Error('a turn begins with a row of the transcript: append an event for the bot to handle');
  }
}

/** Where botbuilder-dialogs looks for it in a turn before it makes its own. */
const DIALOG_MEMORY = 'DialogStateManagerConfiguration';

/** What the transcript keeps of an activity: not what the row or the conversation tells already. */
function replyOf(activity: Partial<Activity>) {
  const { type, text, attachments, attachmentLayout, suggestedActions, entities, name, value, channelData, locale } =
    activity;
  const { kind, ...data } = (channelData ?? {}) as { kind?: string };
  const body = {
    type: type ?? ActivityTypes.Message,
    ...(text === undefined ? {} : { text }),
    ...(attachments?.length ? { attachments } : {}),
    ...(attachmentLayout ? { attachmentLayout } : {}),
    ...(suggestedActions ? { suggestedActions } : {}),
    ...(entities?.length ? { entities } : {}),
    ...(name === undefined ? {} : { name }),
    ...(value === undefined ? {} : { value }),
    ...(Object.keys(data).length > 0 ? { channelData: data } : {}),
    ...(locale ? { locale } : {}),
  };
  return {
    body: JSON.stringify(body),
    author: type === ActivityTypes.Event ? ('system' as const) : ('bot' as const),
    internal: name === HANDOFF_INITIATE,
    kind: kind === DANGER_KIND ? ('danger' as const) : kind === NOTICE_KIND ? ('notice' as const) : ('reply' as const),
  };
}
