/** Kinds of subjects that are customers' matters. */
const CUSTOMERS_MATTERS: readonly string[] = ['session', 'conversation', 'ticket', 'rating'];
/** What people have written freely. */
const FREE_WORDS: readonly string[] = ['note', 'words', 'text'];

/** An entry's detail for a reader: what colleagues wrote about customers' matters is for those who may read conversations. */
export function shownDetail(
  entry: { readonly subject: string; readonly detail: Readonly<Record<string, unknown>> },
  { readsConversations }: { readonly readsConversations: boolean },
): Readonly<Record<string, unknown>> {
  const [kind = ''] = entry.subject.split(':');
  if (readsConversations || !CUSTOMERS_MATTERS.includes(kind)) return entry.detail;
  return Object.fromEntries(Object.entries(entry.detail).filter(([name]) => !FREE_WORDS.includes(name)));
}
