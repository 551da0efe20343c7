import type { DialogContext, DialogReason, DialogTurnResult } from 'botbuilder-dialogs';
import { Dialog } from 'botbuilder-dialogs/lib/dialog.js';
import type { AccountFacts } from '../../domain/billing/billing-source.ts';
import { requestPerson } from '../people/request-person.ts';
import { type Turn, turnOf } from '../turn.ts';
import { VERIFY_ACCOUNT, type Verified } from './verify-account.ts';

export interface AccountQuestion {
  readonly id: string;
  /** What of the first message has to be kept while the account is verified. */
  keep(turn: Turn): string | null;
  answer(turn: Turn, account: AccountFacts, kept: string | null): Promise<void>;
}

/** A question about an account: verification first, where it is lacking, then the answer. */
export class AccountDialog extends Dialog {
  readonly #question: AccountQuestion;

  constructor(question: AccountQuestion) {
    super(question.id);
    this.#question = question;
  }

  /** `options`: a verification that is under way and goes on for this question. */
  override async beginDialog(dc: DialogContext, options: object = {}): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const kept = this.#question.keep(turn);
    const account = await this.#account(turn);
    const asked = turn.heard.understanding.slots.account_number;
    if (account && (asked === undefined || asked === account.number)) {
      await this.#question.answer(turn, account, kept);
      return dc.endDialog();
    }
    if (dc.activeDialog) dc.activeDialog.state = { kept };
    return dc.beginDialog(VERIFY_ACCOUNT, options);
  }

  override async resumeDialog(dc: DialogContext, _reason: DialogReason, result?: Verified): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const { kept = null } = (dc.activeDialog?.state ?? {}) as { kept?: string | null };
    if (result?.verified) {
      const account = await this.#account(turn);
      if (account) await this.#question.answer(turn, account, kept);
      else await requestPerson(turn, 'needs_person');
    }
    return dc.endDialog();
  }

  async #account({ memory, services }: Turn): Promise<AccountFacts | undefined> {
    return memory.verified ? services.billing.account(memory.verified.accountId) : undefined;
  }
}
