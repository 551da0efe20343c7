import { ActivityTypes } from 'botbuilder';
import type { DialogContext, DialogReason, DialogTurnResult } from 'botbuilder-dialogs';
import { Dialog } from 'botbuilder-dialogs/lib/dialog.js';
import type { BillingLook, BillingRecord } from '../../domain/billing/billing-source.ts';
import type { Meaning } from '../offer.ts';
import { requestPerson } from '../people/request-person.ts';
import { type Turn, turnOf } from '../turn.ts';
import { awaitLook, BILLING_AWAITED } from './await-look.ts';
import { sayAge } from './billing-words.ts';
import { offerBinding } from './binding/offer-binding.ts';
import { forgetGone } from './binding/recall-binding.ts';
import { VERIFY_ACCOUNT, type Verified } from './verify-account.ts';

export interface AccountQuestion {
  readonly id: string;
  /** What of the first message has to be kept while the account is verified. */
  keep(turn: Turn): string | null;
  /** What asks it once more. */
  readonly again: Meaning;
  /** Said instead of an answer where the billing system is away and only what it said before is at hand; absent where that will do. */
  withoutSystem?(turn: Turn): Promise<void>;
  answer(turn: Turn, record: BillingRecord, kept: string | null): Promise<void>;
}

/** What stands in the dialog stack between turns. */
interface AccountState {
  readonly kept?: string | null;
  /** The billing system was asked and has not answered yet. */
  readonly awaits?: boolean;
  /** A code was given for it: whoever can be remembered is offered to be. */
  readonly justVerified?: boolean;
}

/** A question about an account: verification first, where it is lacking, then the answer, as soon as there is one. */
export class AccountDialog extends Dialog {
  readonly #question: AccountQuestion;

  constructor(question: AccountQuestion) {
    super(question.id);
    this.#question = question;
  }

  /** `options`: a verification that is under way and goes on for this question. */
  override async beginDialog(dc: DialogContext, options: object = {}): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    keep(dc, { kept: this.#question.keep(turn) });
    if (await isVerifiedFor(turn)) return this.#answer(dc, 'first');
    return dc.beginDialog(VERIFY_ACCOUNT, options);
  }

  /** Something was said, or time has passed, while the billing system has yet to answer. */
  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const isWoken = dc.context.activity.type === ActivityTypes.Event;
    return this.#answer(dc, isWoken ? 'woken' : 'asked_again');
  }

  override async resumeDialog(dc: DialogContext, _reason: DialogReason, result?: Verified): Promise<DialogTurnResult> {
    if (!stateOf(dc).awaits && !result?.verified) return dc.endDialog();
    keep(dc, { ...stateOf(dc), justVerified: result?.verified ?? false });
    return this.#answer(dc, 'first');
  }

  async #answer(dc: DialogContext, occasion: 'first' | 'woken' | 'asked_again'): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const { verified } = turn.memory;
    if (!verified) return dc.endDialog();
    const { billing } = turn.services;
    const look =
      occasion === 'woken'
        ? await awaitLook(turn, verified.accountId)
        : await billing.look(verified.accountId, occasion === 'first' ? 'first' : 'more');
    if (look.kind === 'pending') return this.#askToWait(dc, turn, occasion);
    const { kept = null, justVerified = false } = stateOf(dc);
    await this.#say(turn, look, kept);
    if (justVerified && look.kind === 'known') await offerBinding(turn);
    return dc.endDialog();
  }

  /** The turn ends, so that nothing is held up; another one goes on waiting. */
  async #askToWait(dc: DialogContext, turn: Turn, occasion: 'first' | 'woken' | 'asked_again') {
    const { oneMoment, stillAsking } = turn.words.money.system;
    keep(dc, { ...stateOf(dc), awaits: true });
    if (occasion !== 'asked_again') turn.work.later({ type: ActivityTypes.Event, name: BILLING_AWAITED });
    if (occasion !== 'woken') await turn.say({ text: occasion === 'first' ? oneMoment : stillAsking });
    return Dialog.EndOfTurn;
  }

  async #say(turn: Turn, look: Exclude<BillingLook, { kind: 'pending' }>, kept: string | null): Promise<void> {
    const { words, memory } = turn;
    switch (look.kind) {
      case 'known':
        if (look.keptAt !== null && this.#question.withoutSystem) return this.#question.withoutSystem(turn);
        await sayAge(turn, look.keptAt);
        await this.#question.answer(turn, look.record, kept);
        return;
      case 'unreachable':
        await turn.say({
          text: words.money.system.unreachable,
          offers: [
            { label: words.money.system.again, meaning: this.#question.again },
            { label: words.common.person, meaning: { kind: 'intent', intent: 'talk_to_agent' } },
          ],
        });
        return;
      case 'none':
        await forgetGone(turn);
        memory.verified = null;
        await requestPerson(turn, 'needs_person');
    }
  }
}

/** Somebody is verified, and not asking about another account. */
async function isVerifiedFor({ memory, heard, services }: Turn): Promise<boolean> {
  if (!memory.verified) return false;
  const asked = heard.understanding.slots.account_number;
  return asked === undefined || (await services.accounts.idOf(asked)) === memory.verified.accountId;
}

function stateOf(dc: DialogContext): AccountState {
  return (dc.activeDialog?.state ?? {}) as AccountState;
}

function keep(dc: DialogContext, state: AccountState): void {
  if (dc.activeDialog) dc.activeDialog.state = state;
}
