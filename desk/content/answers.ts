import type { AnswerList } from '../../web/protocol/desk/content.ts';
import type { Actor } from '../actor.ts';
import { tellDesks } from '../announce.ts';
import { audited } from '../audited.ts';
import type { DeskParts } from '../desk-parts.ts';

/** An answer as the profile gives it. */
export interface ProfileAnswer {
  readonly intent: string;
  readonly language: 'zh-Hans' | 'en';
  readonly text: string;
}

/** Every answer that can be edited, the profile's words beside those edited. */
export async function listAnswers(parts: DeskParts, originals: readonly ProfileAnswer[]): Promise<AnswerList> {
  const { answers, staff } = parts.repositories;
  const edited = await answers.all();
  const names = await staff.namesOf(edited.map(({ updated_by }) => updated_by));
  return {
    answers: originals.map(({ intent, language, text }) => {
      const edit = edited.find((one) => one.intent === intent && one.language === language);
      return {
        intent,
        language,
        original: text,
        edited: edit?.text ?? null,
        updatedBy: edit ? (names.get(edit.updated_by)?.name ?? edit.updated_by) : null,
        updatedAt: edit?.updated_at ?? null,
      };
    }),
  };
}

/** Puts words in the place of the profile's, or with null goes back to them. In effect with the next turn. */
export async function editAnswer(
  parts: DeskParts,
  actor: Actor,
  { intent, language, text }: { readonly intent: string; readonly language: string; readonly text: string | null },
): Promise<void> {
  const { answers } = parts.repositories;
  const at = parts.now();
  const edit =
    text === null
      ? answers.remove({ intent, language })
      : answers.put({ intent, language, text, updated_by: actor.staffId, updated_at: at });
  const line = { actor: actor.staffId, action: 'answer.edited', subject: `answer:${intent}/${language}`, at };
  await parts.database.commit([edit, audited(parts, { ...line, detail: { text } })]);
  tellDesks(parts, { type: 'content' });
}
