import type { DialogContext, DialogReason, DialogTurnResult } from 'botbuilder-dialogs';
import { Dialog } from 'botbuilder-dialogs/lib/dialog.js';
import type { Offer } from '../../offer.ts';
import { requestPerson } from '../../people/request-person.ts';
import { type Turn, turnOf } from '../../turn.ts';
import { auditVerification } from '../audit-verification.ts';
import { VERIFY_ACCOUNT, type Verified } from '../verify-account.ts';
import { chatUserOf } from './chat-user.ts';

export const BIND_CHAT = 'bind_chat';

const DAY_MS = 86_400_000;

/** Remembers a chat account as a customer's: after a code, and by their explicit wish once they have heard what it means. */
export class BindChat extends Dialog {
  constructor() {
    super(BIND_CHAT);
  }

  override async beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    if (isByCode(turnOf(dc.context))) return askConsent(dc);
    return dc.beginDialog(VERIFY_ACCOUNT, { fresh: true });
  }

  override async resumeDialog(dc: DialogContext, _reason: DialogReason, result?: Verified): Promise<DialogTurnResult> {
    const isAsked = (dc.activeDialog?.state as { pending?: string } | undefined)?.pending !== undefined;
    return isAsked || result?.verified ? askConsent(dc) : dc.endDialog();
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const { chosen, understanding } = turn.heard;
    const said = chosen?.kind === 'value' ? chosen.value : understanding.intent;
    if (said === 'affirm' && isByCode(turn)) await bind(turn);
    // Consent is what says so; anything else is none.
    else await turn.say({ text: turn.words.money.binding.declined });
    return dc.endDialog();
  }

  override async repromptDialog(context: Parameters<Dialog['repromptDialog']>[0]): Promise<void> {
    await turnOf(context).say(consentOf(turnOf(context)));
  }
}

function isByCode({ memory }: Turn): boolean {
  return memory.verified?.by === 'code';
}

async function askConsent(dc: DialogContext): Promise<DialogTurnResult> {
  const turn = turnOf(dc.context);
  if (dc.activeDialog) dc.activeDialog.state = { pending: 'consent' };
  await turn.say(consentOf(turn));
  return Dialog.EndOfTurn;
}

function consentOf({ words, memory, services }: Turn) {
  const { binding } = words.money;
  const offer = (label: string, value: 'affirm' | 'deny'): Offer => ({
    label,
    meaning: { kind: 'value', field: 'consent', value },
  });
  return {
    text: binding.consent(memory.verified?.number ?? '', services.profile.identity.bindingDays),
    offers: [offer(binding.offers.yes, 'affirm'), offer(binding.offers.no, 'deny')],
  };
}

async function bind(turn: Turn): Promise<void> {
  const { memory, services, work, words, now } = turn;
  const user = chatUserOf(turn);
  const { verified } = memory;
  if (!user || !verified) return;
  const { bindingDays } = services.profile.identity;
  const statements = await services.bindings.begin({
    ...user,
    ...{ id: work.newId(), accountId: verified.accountId, now, until: now + bindingDays * DAY_MS },
  });
  if (!statements) return requestPerson(turn, 'needs_person');
  work.add(...statements);
  auditVerification(turn, 'binding.begun', { account: verified.number, days: bindingDays });
  await turn.say({
    text: words.money.binding.begun(bindingDays),
    offers: [{ label: words.money.binding.offers.unbind, meaning: { kind: 'binding', asked: 'unbind' } }],
  });
}
