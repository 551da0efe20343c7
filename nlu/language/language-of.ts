import type { Language } from '../../domain/language.ts';
import type { FactProbabilities } from '../faults/decide-fault.ts';
import type { ReadMessage } from '../features/read-message.ts';

const SURELY_CANTONESE = 0.6;
const SHORTEST_TELLING = 4;

/** Characters and plain markers first; the classifier hears Cantonese where no marker stands. */
export function languageOf(message: ReadMessage, probabilities: FactProbabilities): Language {
  const { language, normal } = message;
  if (language === 'en' || language === 'yue' || normal.han < SHORTEST_TELLING) return language;
  return (probabilities.cantonese[0] ?? 0) >= SURELY_CANTONESE ? 'yue' : language;
}
