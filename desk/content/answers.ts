import {
  ANSWER_LANGUAGES,
  type AnswerBook,
  type AnswerLanguage,
  CONTENT_INTENTS,
  type ContentIntent,
} from '../../domain/answers.ts';
import type { AnswerList } from '../../web/protocol/desk/content.ts';
import type { Actor } from '../actor.ts';
import { tellDesks } from '../announce.ts';
import { audited } from '../audited.ts';
import type { DeskParts } from '../desk-parts.ts';

export interface AnswerEdit {
  readonly intent: ContentIntent;
  readonly language: AnswerLanguage;
  /** Null goes back to the profile's words. */
  readonly text: string | null;
}

export type EditOutcome =
  | { readonly kind: 'edited' }
  | { readonly kind: 'unknown_placeholder'; readonly names: readonly string[] };

/** Every answer that can be edited, the profile's words beside those edited, and the figures that they may name. */
export async function listAnswers(parts: DeskParts, book: AnswerBook): Promise<AnswerList> {
  const { answers, staff } = parts.repositories;
  const edited = await answers.all();
  const names = await staff.namesOf(edited.map(({ updated_by }) => updated_by));
  const listed = CONTENT_INTENTS.flatMap((intent) => ANSWER_LANGUAGES.map((language) => ({ intent, language })));
  return {
    answers: listed.map(({ intent, language }) => {
      const edit = edited.find((one) => one.intent === intent && one.language === language);
      return {
        intent,
        language,
        original: book.original(intent, language),
        edited: edit?.text ?? null,
        updatedBy: edit ? (names.get(edit.updated_by)?.name ?? edit.updated_by) : null,
        updatedAt: edit?.updated_at ?? null,
      };
    }),
    placeholders: {
      'zh-Hans': Object.fromEntries(book.placeholders('zh-Hans')),
      en: Object.fromEntries(book.placeholders('en')),
    },
  };
}

/** Puts words in the place of the profile's. In effect with the next turn; what could not be said is not taken. */
export async function editAnswer(
  parts: DeskParts,
  actor: Actor,
  { book, edit: { intent, language, text } }: { readonly book: AnswerBook; readonly edit: AnswerEdit },
): Promise<EditOutcome> {
  const filled = text === null ? null : book.fill(text, language);
  if (filled?.ok === false) return { kind: 'unknown_placeholder', names: filled.unknown };
  const { answers } = parts.repositories;
  const at = parts.now();
  const change =
    text === null
      ? answers.remove({ intent, language })
      : answers.put({ intent, language, text, updated_by: actor.staffId, updated_at: at });
  const line = { actor: actor.staffId, action: 'answer.edited', subject: `answer:${intent}/${language}`, at };
  await parts.database.commit([change, audited(parts, { ...line, detail: { text } })]);
  tellDesks(parts, { type: 'content' });
  return { kind: 'edited' };
}
