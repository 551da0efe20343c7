import { ConversationState, type TurnContext } from 'botbuilder';

/**
 * Bot Framework's conversation state, written at the end of every turn that has read it. The SDK's own sorts and hashes the
 * whole state three times a turn to find out whether it has changed, and after a turn it nearly always has.
 */
export class TurnState extends ConversationState {
  override async load(context: TurnContext, force = false): Promise<object> {
    const kept = force ? undefined : this.get(context);
    if (kept) return kept;
    const key = this.#key(context);
    const items = await this.storage.read([key]);
    return keep(context, (items[key] as object | undefined) ?? {});
  }

  override async saveChanges(context: TurnContext, force = false): Promise<void> {
    const state = this.get(context) ?? (force ? keep(context, {}) : undefined);
    if (state) await this.storage.write({ [this.#key(context)]: state });
  }

  override get(context: TurnContext): object | undefined {
    return context.turnState.get(STATE) as object | undefined;
  }

  override async clear(context: TurnContext): Promise<void> {
    keep(context, {});
  }

  override async delete(context: TurnContext): Promise<void> {
    context.turnState.delete(STATE);
    await this.storage.delete([this.#key(context)]);
  }

  /** Every activity here has a channel and a conversation. */
  #key(context: TurnContext): string {
    return this.getStorageKey(context) ?? '';
  }
}

const STATE = Symbol('conversation state');

function keep(context: TurnContext, state: object): object {
  context.turnState.set(STATE, state);
  return state;
}
