import { NO_FACTS } from '../../domain/faults/merge-facts.ts';
import { jsonText } from '../../store/json-text.ts';
import type { StoredCandidate } from '../../store/repositories/candidate-repository.ts';
import { learningItemSchema } from '../../web/protocol/desk/learning.ts';

/** What a label begins with: the guess, with a colleague's correction in it, as the desk fills it in. */
export function guessedLabel(candidate: Pick<StoredCandidate, 'language' | 'guess' | 'suggestion'>) {
  const { intent, slots, fault } = guessJson.parse(candidate.guess);
  const right = candidate.suggestion === null ? undefined : suggestionJson.parse(candidate.suggestion);
  return {
    language: candidate.language,
    intent: right?.intent ?? intent,
    slots,
    fault: right?.class === undefined ? fault : { ...(fault ?? NO_FACTS), class: right.class },
  };
}

const { guess, suggestion } = learningItemSchema.shape;
/** As the columns of a candidate hold them. */
export const guessJson = jsonText().pipe(guess);
export const suggestionJson = jsonText().pipe(suggestion.unwrap());
