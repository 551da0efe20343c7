import { z } from 'zod';
import {
  ANSWER_LANGUAGES,
  type AnswerBook,
  type AnswerLanguage,
  CONTENT_INTENTS,
  type ContentIntent,
  fillPlaceholders,
} from '../../domain/answers.ts';
import type { UtilityProfile } from '../../domain/utility-profile.ts';
import { profilePlaceholders } from './placeholders.ts';
import { ProfileError, problemOf } from './profile-schema.ts';

/**
 * The answers out of parsed JSON, one for every content intent in every answer language. Throws a ProfileError that names
 * each missing or unknown intent and each unknown placeholder.
 */
export function loadAnswers(json: unknown, profile: UtilityProfile): AnswerBook {
  const parsed = answersSchema.safeParse(json);
  if (!parsed.success) throw new ProfileError(parsed.error.issues.map(problemOf), parsed.error);
  const originals = parsed.data;
  const values: Readonly<Record<AnswerLanguage, ReadonlyMap<string, string>>> = {
    'zh-Hans': profilePlaceholders(profile, 'zh-Hans'),
    en: profilePlaceholders(profile, 'en'),
  };
  const fill = (text: string, language: AnswerLanguage) => fillPlaceholders(text, values[language]);

  const answers = new Map<string, string>();
  const problems: string[] = [];
  for (const intent of CONTENT_INTENTS) {
    for (const language of ANSWER_LANGUAGES) {
      const filled = fill(originals[intent][language], language);
      if (filled.ok) answers.set(`${intent}/${language}`, filled.text);
      else problems.push(`${intent}.${language}: unknown placeholder ${filled.unknown.join(', ')}`);
    }
  }
  if (problems.length > 0) throw new ProfileError(problems);
  return {
    original: (intent, language) => originals[intent][language],
    answer: (intent, language) => answers.get(`${intent}/${language}`) ?? originals[intent][language],
    fill,
    placeholders: (language) => values[language],
  };
}

const text = z.string().trim().min(1).max(4000);
const entry = z.strictObject({ 'zh-Hans': text, en: text });
const answersSchema = z.strictObject(
  Object.fromEntries(CONTENT_INTENTS.map((intent) => [intent, entry])) as Record<ContentIntent, typeof entry>,
);
