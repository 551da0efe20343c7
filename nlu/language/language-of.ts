import type { Language } from '../../domain/language.ts';
import type { FactProbabilities } from '../faults/decide-fault.ts';
import type { ReadMessage } from '../features/read-message.ts';

const LIKELY_CANTONESE = 0.5;
const SHORTEST_TELLING = 4;

/**
 * Characters and plain markers first; the classifier hears Cantonese where no marker stands. A word or two does not
 * change the language that was spoken so far.
 */
export function languageOf(message: ReadMessage, probabilities: FactProbabilities, spoken?: Language): Language {
  const { language, normal } = message;
  if (language === 'en' || language === 'yue') return language;
  if (spoken !== undefined && normal.han < SHORTEST_TELLING) return language;
  return (probabilities.cantonese[0] ?? 0) >= LIKELY_CANTONESE ? 'yue' : language;
}
