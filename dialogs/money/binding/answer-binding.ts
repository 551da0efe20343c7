import type { DialogContext } from 'botbuilder-dialogs';
import { localTimeOf } from '../../../domain/local-time.ts';
import type { FoundBinding } from '../../../store/repositories/binding-repository.ts';
import { masked } from '../../masked.ts';
import type { Answer, Turn } from '../../turn.ts';
import { endVerified } from '../verified.ts';
import { BIND_CHAT } from './bind-chat.ts';
import { type BindingAsked, bindingAsked } from './binding-asked.ts';
import { chatUserOf } from './chat-user.ts';
import { endBinding } from './recall-binding.ts';

/** Answers what is said of being remembered in this chat; false where nothing is. */
export async function answerBinding(turn: Turn, dc: DialogContext): Promise<boolean> {
  const asked = askedIn(turn);
  const isAsking = dc.activeDialog?.id === BIND_CHAT;
  if (asked === null || (asked === 'bind' && isAsking)) return false;
  const user = chatUserOf(turn);
  if (user && asked === 'bind') {
    await dc.beginDialog(BIND_CHAT);
    return true;
  }
  // Who wants to be forgotten does not want to be asked for consent any more.
  if (isAsking) dc.stack.pop();
  await turn.say(
    user ? await answerAbout(turn, await turn.services.bindings.of(user, turn.now), asked) : notHere(turn),
  );
  if (dc.activeDialog) await dc.repromptDialog();
  return true;
}

function askedIn({ heard }: Turn): BindingAsked | null {
  if (heard.chosen) return heard.chosen.kind === 'binding' ? heard.chosen.asked : null;
  return bindingAsked(heard.text);
}

function notHere({ words }: Turn): Answer {
  return { text: words.money.binding.notHere };
}

async function answerAbout(turn: Turn, found: FoundBinding | undefined, asked: BindingAsked): Promise<Answer> {
  const { words, memory, services } = turn;
  const { binding } = words.money;
  if (!found || found.over !== null) return { text: binding.none };
  if (asked === 'unbind') {
    endBinding(turn, found, 'customer');
    if (memory.verified?.by === 'binding') endVerified(memory);
    return { text: binding.ended };
  }
  const dateOf = (at: number) => words.common.date(localTimeOf(at, services.profile.timeZone).date);
  const { since, until, accountNumber } = found;
  return {
    text: binding.listed({ number: masked(accountNumber ?? ''), since: dateOf(since), until: dateOf(until) }),
    offers: [{ label: binding.offers.unbind, meaning: { kind: 'binding', asked: 'unbind' } }],
  };
}
