import type { DialogContext, DialogSet } from 'botbuilder-dialogs';
import type { Intent } from '../domain/intent.ts';
import { answerOutOfScope, chooseBetween, didNotUnderstand } from './clarify.ts';
import { answerWithContent } from './content/answer-with-content.ts';
import { isSmallTalk, smallTalk } from './content/small-talk.ts';
import type { Route } from './decide-route.ts';
import { DIALOG_OF_INTENT } from './dialog-table.ts';
import { keepPhoto, keptForReport } from './faults/keep-photo.ts';
import { hasOpenTicket } from './faults/own-ticket.ts';
import { REPORT_FAULT } from './faults/report-fault.ts';
import { FrameDialog } from './frame/frame-dialog.ts';
import { AccountDialog } from './money/account-dialog.ts';
import { moneyMatter } from './money/money-matter.ts';
import { VERIFY_ACCOUNT } from './money/verify-account.ts';
import { asksToBeCalled } from './people/asks-to-be-called.ts';
import { LEAVE_CALLBACK } from './people/leave-callback.ts';
import { leaveQueue } from './people/leave-queue.ts';
import { mayLeave, requestPerson } from './people/request-person.ts';
import type { Turn } from './turn.ts';

export interface Following {
  readonly turn: Turn;
  readonly dc: DialogContext;
  readonly dialogs: DialogSet;
}

/** Does what was decided about a message. */
export async function followRoute(route: Route, following: Following): Promise<void> {
  const { turn, dc } = following;
  const { memory } = turn;
  if (understood(route)) memory.misunderstood = 0;
  switch (route.to) {
    case 'continue':
      await dc.continueDialog();
      return;
    case 'intent':
      await lead(route.intent, following);
      return;
    case 'amend_fault':
      await dc.beginDialog(REPORT_FAULT, memory.lastFault ?? {});
      return;
    case 'cancel':
      await cancel(following);
      return;
    case 'person':
      await toPerson(following);
      return;
    case 'repeat':
      await dc.repromptDialog();
      return;
    case 'own_ticket':
      if (await hasOpenTicket(turn)) await dc.beginDialog(REPORT_FAULT);
      else await turn.say({ text: turn.words.common.nothingToCancel });
      return;
    case 'photo':
      await keepPhoto(turn);
      return;
    case 'noted':
      await turn.say({ text: turn.words.fault.noted });
      return;
    case 'choose':
      await chooseBetween(turn, route.intents);
      return;
    case 'not_understood':
      await didNotUnderstand(turn);
  }
}

function understood(route: Route): boolean {
  if (route.to === 'intent') return route.intent !== 'out_of_scope';
  return route.to !== 'not_understood' && route.to !== 'choose';
}

/** Does what an intent asks for; what was going on before goes on afterwards. */
async function lead(intent: Intent, following: Following): Promise<void> {
  const { turn, dc } = following;
  const { memory } = turn;
  const matter = moneyMatter(intent, turn);
  const dialog = matter === null ? DIALOG_OF_INTENT.get(intent) : 'dialog' in matter ? matter.dialog : undefined;
  if (intent === 'out_of_scope') {
    await answerOutOfScope(turn);
    return;
  }
  if (!isSmallTalk(intent)) memory.summary = { ...memory.summary, intent };
  if (dialog) {
    await dc.beginDialog(dialog, optionsFor(dialog, following));
    return;
  }
  const answered =
    (matter !== null && 'answer' in matter && (await matter.answer(turn))) ||
    (await smallTalk(turn, intent)) ||
    (await answerWithContent(turn, intent));
  if (!answered) await didNotUnderstand(turn);
  else if (dc.activeDialog) await dc.repromptDialog();
}

/** What a dialog begins with: the fault that was just reported, a verification that is under way for another question. */
function optionsFor(dialog: string, { turn, dc, dialogs }: Following): object {
  const { lastFault } = turn.memory;
  if (dialog === REPORT_FAULT) return lastFault && samePlace(turn) ? lastFault : keptForReport(turn);
  if (dc.activeDialog?.id !== VERIFY_ACCOUNT || !(dialogs.find(dialog) instanceof AccountDialog)) return {};
  const { values } = dc.activeDialog.state as { values?: object };
  dc.stack.splice(-2);
  return values ?? {};
}

function samePlace({ heard, memory }: Turn): boolean {
  const said = heard.understanding.slots.address;
  return said === undefined || memory.lastFault?.place === null || said === memory.lastFault?.place;
}

/** Asks for a person, or says how to be served by one: a call instead of waiting, or going on waiting. */
async function toPerson(following: Following): Promise<void> {
  const { turn, dc } = following;
  const { chosen, text } = turn.heard;
  const matter = chosen?.kind === 'intent' ? chosen.matter : undefined;
  if (matter === 'keep_waiting') {
    await turn.say({ text: turn.words.person.keepWaiting });
  } else if (matter === 'with_bot') {
    // Whoever is in danger by now is not let go.
    if (!mayLeave(turn)) return requestPerson(turn, 'emergency');
    if (turn.work.session.state === 'queued') await leaveQueue(turn);
    await turn.say({ text: turn.words.person.withBot });
    if (dc.activeDialog) await dc.repromptDialog();
  } else if (matter === 'callback' || asksToBeCalled(text)) {
    await handOver(following);
    if (!mayLeave(turn)) return requestPerson(turn, 'emergency');
    await dc.cancelAllDialogs();
    await dc.beginDialog(LEAVE_CALLBACK);
  } else {
    await handOver(following);
    await requestPerson(turn, 'asked');
  }
}

async function handOver({ dc, dialogs }: Following): Promise<void> {
  const dialog = dc.activeDialog ? dialogs.find(dc.activeDialog.id) : undefined;
  if (dialog instanceof FrameDialog) await dialog.handOver(dc);
}

async function cancel({ turn, dc, dialogs }: Following): Promise<void> {
  const dialog = dc.activeDialog ? dialogs.find(dc.activeDialog.id) : undefined;
  if (dialog instanceof FrameDialog) await dialog.cancel(dc);
  else await turn.say({ text: turn.words.common.cancelled });
  await dc.cancelAllDialogs();
}
