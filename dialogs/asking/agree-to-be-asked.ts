import type { DialogContext, DialogReason, DialogTurnResult } from 'botbuilder-dialogs';
import { Dialog } from 'botbuilder-dialogs/lib/dialog.js';
import { VERIFY_ACCOUNT, type Verified } from '../money/verify-account.ts';
import { type Turn, turnOf } from '../turn.ts';

export const AGREE_TO_BE_ASKED = 'agree_to_be_asked';

/** Somebody agrees to be asked who has not shown yet whose account is theirs. */
export class AgreeToBeAsked extends Dialog {
  constructor() {
    super(AGREE_TO_BE_ASKED);
  }

  override async beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    if (dc.activeDialog) dc.activeDialog.state = { words: turnOf(dc.context).heard.text };
    return dc.beginDialog(VERIFY_ACCOUNT);
  }

  override async resumeDialog(dc: DialogContext, _reason: DialogReason, result?: Verified): Promise<DialogTurnResult> {
    const { words = '' } = (dc.activeDialog?.state ?? {}) as { words?: string };
    if (result?.verified) await agree(turnOf(dc.context), words);
    return dc.endDialog();
  }
}

/** The verified account's customer may be asked from now on, in this conversation; kept with their own words. */
export async function agree(turn: Turn, words: string): Promise<void> {
  const { work, memory, services, now } = turn;
  const account_id = memory.verified?.accountId;
  if (account_id === undefined) return;
  work.add(services.asking.consent({ account_id, conversation_id: work.conversation.id, agrees: 1, words, at: now }));
  await turn.say({ text: turn.words.asking.agreed });
}
