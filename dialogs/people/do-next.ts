import type { ReleaseTask } from '../../web/protocol/desk/session.ts';
import { type Following, followRoute } from '../follow-route.ts';
import { LEAVE_CALLBACK } from './leave-callback.ts';

/** Does what a person has left for the bot to do when they gave the conversation back. */
export async function doNext(task: ReleaseTask, following: Following): Promise<void> {
  const { dc } = following;
  if (task === 'resume') {
    if (dc.activeDialog) await dc.repromptDialog();
    return;
  }
  // What was open before the person came is settled, or not what is wanted now.
  await dc.cancelAllDialogs();
  if (task === 'callback') await dc.beginDialog(LEAVE_CALLBACK);
  else await followRoute({ to: 'intent', intent: task }, following);
}
