import type { DialogContext } from 'botbuilder-dialogs';
import { isDanger } from '../decide-route.ts';
import { isEmergency } from '../faults/emergency.ts';
import type { Heard } from '../heard.ts';
import type { Turn } from '../turn.ts';
import { AGREE_TO_BE_ASKED, agree } from './agree-to-be-asked.ts';
import { notePower } from './ask-about-power.ts';

const MAY =
  /^(?:以后|以後|你们|你們|您|你|随时|隨時|都)*(?:可以|能|得)(?:随时|隨時)?(?:来|來)?[问問]我(?:有没有电|有冇電|家里有没有电)?(?:的|了|啊|呀)?[\s,，。.!！~]*$|^(?:yes[\s,，。.!！~]*)?(?:sure[\s,，。.!！~]*)?you (?:may|can) (?:always )?ask me\b[^?]{0,40}$|^(?:please )?feel free to ask me\b[^?]{0,40}$/iu;
const MAY_NOT =
  /^(?:以后|以後|请|請|你们|你們|您|你)*(?:别|別|不要|唔好|不用|不必|莫)(?:再)?(?:来|來)?[问問](?:我)?(?:了|啦|啊|有没有电)?[\s,，。.!！~]*$|^(?:please )?(?:don'?t|do not|stop|never|no need to) ask(?:ing)?(?: me)?(?: again| any ?more| (?:such|these) questions)?[\s,，。.!！~]*$/iu;

/** Whether a message says that one may, or may not, be asked whether there is power; null where it says neither. */
export function consentIn({ chosen, text }: Heard): boolean | null {
  if (chosen?.kind === 'asking') return chosen.agrees;
  const words = text.normalize('NFKC').replaceAll('’', "'").trim();
  if (chosen !== null) return null;
  if (MAY.test(words)) return true;
  return MAY_NOT.test(words) ? false : null;
}

/**
 * Takes what somebody has said to being asked, with their own words. Only who has shown to be an account's customer can agree
 * for it; anybody can stop being asked where they are.
 */
export async function takeConsent(turn: Turn, dc: DialogContext, agrees: boolean): Promise<void> {
  const { memory, words, heard } = turn;
  if (agrees && !memory.verified) {
    await dc.beginDialog(AGREE_TO_BE_ASKED);
    return;
  }
  if (agrees) return agree(turn, heard.text);
  const agreed = await refuse(turn);
  await turn.say({ text: agreed ? words.asking.refused : words.asking.declined });
}

/** Enters that nobody may be asked here any more, and nothing is said of it. True where somebody had agreed. */
export async function refuse(turn: Turn): Promise<boolean> {
  const { work, memory, services, now, heard } = turn;
  const before = await services.asking.agreedIn(work.conversation.id);
  const said = { conversation_id: work.conversation.id, words: heard.text, at: now };
  const accountId = memory.verified?.accountId;
  work.add(services.asking.refuse(said));
  if (accountId !== undefined && !before.includes(accountId)) {
    work.add(services.asking.consent({ ...said, account_id: accountId, agrees: 0 }));
  }
  notePower(turn, 'other');
  return before.length > 0;
}

/** Offers it once, after a fault was reported: to who has shown who they are, and has not said anything to it. */
export async function offerAsking(turn: Turn, dc: DialogContext): Promise<void> {
  const { work, memory, services, words, heard } = turn;
  const { lastFault, verified } = memory;
  if (!services.profile.asking.on || memory.askingOffered || !verified || !lastFault?.ticket) return;
  const busy = dc.activeDialog !== undefined || memory.offers.length > 0 || work.session.state !== 'bot';
  if (busy || isDanger(heard) || isEmergency(lastFault)) return;
  if ((await services.asking.consentOf(verified.accountId)) !== null) return;
  memory.askingOffered = true;
  const { agree: yes, decline: no } = words.asking.offers;
  await turn.say({
    text: words.asking.offer,
    offers: [
      { label: yes, meaning: { kind: 'asking', agrees: true } },
      { label: no, meaning: { kind: 'asking', agrees: false } },
    ],
  });
}
