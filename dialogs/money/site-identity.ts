import type { DialogContext } from 'botbuilder-dialogs';
import { IDENTITY_ENDED, IDENTITY_SIGNED, signedIdentitySchema } from '../identity-events.ts';
import type { Turn } from '../turn.ts';
import { endVerified } from './verified.ts';
import { VERIFY_ACCOUNT } from './verify-account.ts';

/** Takes in what the utility's website says of who is there; false where it is another event. Nothing is said about it. */
export async function hearIdentity(
  turn: Turn,
  { name, value }: { readonly name: string; readonly value: unknown },
  dc: DialogContext,
): Promise<boolean> {
  const { memory, work } = turn;
  if (name === IDENTITY_ENDED) {
    endVerified(memory);
    return true;
  }
  if (name !== IDENTITY_SIGNED) return false;
  const { accountId, number, until } = signedIdentitySchema.parse(value);
  memory.verified = { accountId, number, lastUsedAt: turn.now, by: 'site', until };
  // Who was just being asked for a code need not give one now.
  if (dc.activeDialog?.id === VERIFY_ACCOUNT && work.session.state === 'bot') await dc.continueDialog();
  return true;
}
