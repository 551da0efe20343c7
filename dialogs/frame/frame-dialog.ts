import type { TurnContext } from 'botbuilder';
import type { DialogContext, DialogInstance, DialogReason, DialogTurnResult } from 'botbuilder-dialogs';
import { Dialog } from 'botbuilder-dialogs/lib/dialog.js';
import { offerPerson } from '../people/offer-person.ts';
import { type Turn, turnOf } from '../turn.ts';
import { type Frame, MOST_ASKED } from './frame.ts';

/** What stands in the dialog stack between turns. */
interface FrameState<V> {
  version: number;
  values: V;
  /** How often each field has been asked for. */
  asked: Record<string, number>;
  pending: string | null;
}

/** Runs a frame as a Bot Framework dialog. */
export class FrameDialog<V extends object> extends Dialog {
  readonly #frame: Frame<V>;

  constructor(frame: Frame<V>) {
    super(frame.id);
    this.#frame = frame;
  }

  override async beginDialog(dc: DialogContext, options: object = {}): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const values = this.#frame.fill(this.#frame.start(options), turn.heard, null);
    return this.#advance(dc, turn, { version: this.#frame.version, values, asked: {}, pending: null });
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const state = this.#stateOf(dc);
    const values = this.#frame.fill(state.values, turn.heard, state.pending);
    return this.#advance(dc, turn, { ...state, values }, this.#tellsMore(state.values, values));
  }

  /** Something that was asked in between has been answered: the question is put again, without being counted. */
  override async resumeDialog(dc: DialogContext, _reason: DialogReason, result?: unknown): Promise<DialogTurnResult> {
    if (isRefused(result)) return dc.endDialog();
    const turn = turnOf(dc.context);
    const state = this.#stateOf(dc);
    const asked = { ...state.asked };
    if (state.pending) asked[state.pending] = Math.max(0, (asked[state.pending] ?? 0) - 1);
    return this.#advance(dc, turn, { ...state, asked });
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    const { pending, values } = this.#read(instance.state as Partial<FrameState<V>>);
    if (pending) await turnOf(context).say(this.#frame.ask(turnOf(context), values, { field: pending, again: false }));
  }

  /** Calls the frame off: its own words, and off the stack. */
  async cancel(dc: DialogContext): Promise<void> {
    await this.#frame.cancel(turnOf(dc.context), this.#stateOf(dc).values);
    if (dc.activeDialog) dc.stack.pop();
  }

  /** A person takes over: what must stand by then is brought about, and the frame stays where it is. */
  async handOver(dc: DialogContext): Promise<void> {
    if (!this.#frame.handOver) return;
    const state = this.#stateOf(dc);
    this.#keep(dc, { ...state, values: await this.#frame.handOver(turnOf(dc.context), state.values) });
  }

  /** What the frame has gathered, for the desk. */
  gathered(state: unknown): Record<string, string> {
    return this.#frame.gathered(this.#read(state as Partial<FrameState<V>>).values);
  }

  /** `aside`: the message told something else than what was asked, so it is not asked as if it had been misheard. */
  async #advance(dc: DialogContext, turn: Turn, state: FrameState<V>, aside = false): Promise<DialogTurnResult> {
    let { values } = state;
    if (this.#frame.before) values = await this.#frame.before(turn, values);
    const field = this.#frame.next(values);
    if (field === null) {
      const { proof } = this.#frame;
      if (proof?.isLacking(turn, values)) {
        this.#keep(dc, { ...state, values, pending: null });
        return dc.beginDialog(proof.dialog, proof.options);
      }
      const result = await this.#frame.finish(turn, values);
      return dc.endDialog(result);
    }
    const times = state.asked[field] ?? 0;
    if (times >= MOST_ASKED) return this.#inVain(dc, turn, { ...state, values }, field);
    this.#keep(dc, { ...state, values, pending: field, asked: { ...state.asked, [field]: times + 1 } });
    // Asked for before, and again after something else: it is no repeat to whoever answered that.
    const again = times > 0 && !aside && state.pending === field;
    await turn.say(this.#frame.ask(turn, values, { field, again }));
    return Dialog.EndOfTurn;
  }

  async #inVain(dc: DialogContext, turn: Turn, state: FrameState<V>, field: string): Promise<DialogTurnResult> {
    const values = this.#frame.skip(state.values, field);
    if (values) return this.#advance(dc, turn, { ...state, values });
    this.#keep(dc, { ...state, asked: { ...state.asked, [field]: 0 } });
    await offerPerson(turn);
    return Dialog.EndOfTurn;
  }

  #tellsMore(before: V, after: V): boolean {
    if (this.#frame.tellsMore?.(before, after)) return true;
    return JSON.stringify(this.#frame.gathered(before)) !== JSON.stringify(this.#frame.gathered(after));
  }

  #stateOf(dc: DialogContext): FrameState<V> {
    return this.#read((dc.activeDialog?.state ?? {}) as Partial<FrameState<V>>);
  }

  /** Another version's state is not guessed at: the frame begins again with what the message itself says. */
  #read(state: Partial<FrameState<V>>): FrameState<V> {
    const { version, values } = state;
    if (version !== this.#frame.version || !values) {
      return { version: this.#frame.version, values: this.#frame.start({}), asked: {}, pending: null };
    }
    return { version, values, asked: state.asked ?? {}, pending: state.pending ?? null };
  }

  #keep(dc: DialogContext, state: FrameState<V>): void {
    if (dc.activeDialog) dc.activeDialog.state = state;
  }
}

/** What had to be shown was not; why, has been said. */
function isRefused(result: unknown): boolean {
  return typeof result === 'object' && result !== null && 'verified' in result && result.verified === false;
}
