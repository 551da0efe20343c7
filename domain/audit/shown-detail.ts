import { maskPersonal } from '../privacy/mask-personal.ts';

/** Kinds of subjects that are customers' matters. */
const CUSTOMERS_MATTERS: readonly string[] = ['session', 'conversation', 'ticket', 'rating'];
/** What people have written freely. */
const FREE_WORDS: readonly string[] = ['note', 'words', 'text', 'force'];

/**
 * An entry's detail for a reader: what colleagues wrote about customers' matters is for those who may read conversations, and
 * without whom it is about where they need not know. Account numbers are for those who know whom service was given to.
 */
export function shownDetail(
  entry: { readonly subject: string; readonly detail: Readonly<Record<string, unknown>> },
  { readsConversations, identifies }: { readonly readsConversations: boolean; readonly identifies: boolean },
): Readonly<Record<string, unknown>> {
  const [kind = ''] = entry.subject.split(':');
  if (identifies) return entry.detail;
  const isCustomers = CUSTOMERS_MATTERS.includes(kind);
  return Object.fromEntries(
    Object.entries(entry.detail).flatMap(([name, value]) => {
      const isFree = isCustomers && FREE_WORDS.includes(name);
      if (isFree && !readsConversations) return [];
      const isVeiled = (isFree || name === 'account') && typeof value === 'string';
      return [[name, isVeiled ? maskPersonal(value) : value]];
    }),
  );
}
