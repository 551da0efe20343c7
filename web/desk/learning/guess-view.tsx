import type { LearningItem } from '../../protocol/desk/learning.ts';
import { codeWord } from '../words/code-words.ts';
import { useWords } from '../words/words-context.tsx';
import { SeverityBadge } from '../workspace/severity-badge.tsx';

/** What the engine made of a message, and what a colleague has put in its place. */
export function GuessView({ item: { guess, suggestion, model } }: { item: LearningItem }) {
  const words = useWords();
  const { learning, codes } = words;
  const ranked = [{ intent: guess.intent, confidence: guess.confidence }, ...guess.alternatives];
  return (
    <dl className="facts learning-guess">
      <div>
        <dt>{learning.guess}</dt>
        <dd>
          {ranked.map(({ intent, confidence }, at) => (
            <span key={intent} className={at === 0 ? 'learning-best' : 'soft'}>
              {codeWord(codes.intent, intent)} <span className="figures">{Math.round(confidence * 100)}%</span>
            </span>
          ))}
          {guess.severity !== null && <SeverityBadge severity={guess.severity} />}
          <span className="faint figures">{learning.model(model.slice(0, 8))}</span>
        </dd>
      </div>
      {suggestion !== null && (
        <div>
          <dt>{learning.suggestion}</dt>
          <dd>
            {suggestion.intent !== undefined && <strong>{codeWord(codes.intent, suggestion.intent)}</strong>}
            {suggestion.class !== undefined && <strong>{codeWord(codes.class, suggestion.class)}</strong>}
            <span>{codeWord(codes.correctionReason, suggestion.why)}</span>
            {suggestion.severity !== undefined && (
              <span className="learning-hint">{learning.severityHint(suggestion.severity)}</span>
            )}
          </dd>
        </div>
      )}
    </dl>
  );
}
