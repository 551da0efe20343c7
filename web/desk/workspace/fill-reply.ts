import { REPLY_VARIABLES, type ReplyVariable } from '../../../strings/replies/canned-reply.ts';

export interface FilledReply {
  readonly text: string;
  /** Where in the text something is lacking, to be written over; null where all is there. */
  readonly gap: { readonly start: number; readonly end: number } | null;
}

/** Puts what is known into a canned reply. What is not known is left as its name in lenticular brackets, the first of which is the gap. */
export function fillReply(
  template: string,
  known: Readonly<Partial<Record<ReplyVariable, string>>>,
  nameOf: (variable: ReplyVariable) => string,
): FilledReply {
  let gap: FilledReply['gap'] = null;
  let text = '';
  for (const piece of template.split(/(\{[a-z]+\})/u)) {
    const variable = REPLY_VARIABLES.find((one) => piece === `{${one}}`);
    const value = variable === undefined ? piece : (known[variable] ?? null);
    const shown = value ?? `【${variable === undefined ? '' : nameOf(variable)}】`;
    if (value === null) gap ??= { start: text.length, end: text.length + shown.length };
    text += shown;
  }
  return { text, gap };
}
