import { useCallback } from 'react';
import { useDesk } from '../app/desk-context.tsx';
import { FailureState } from '../states/failure-state.tsx';
import { LoadingRows } from '../states/loading-rows.tsx';
import { useAnswer } from '../states/use-answer.ts';
import { codeWord } from '../words/code-words.ts';
import { useWording } from '../words/words-context.tsx';

/** Who changed a place, and what, newest first. */
export function PlaceHistoryList({ id }: { readonly id: string }) {
  const desk = useDesk();
  const { words, format } = useWording();
  const { places } = words;
  const { value, failure, refresh } = useAnswer(useCallback(() => desk.api.placeHistory(id), [desk, id]));
  return (
    <section className="place-history">
      <h2>{places.history}</h2>
      {value === null &&
        (failure === null ? <LoadingRows rows={2} /> : <FailureState failure={failure} onRetry={refresh} />)}
      {value?.changes.length === 0 && <p className="faint">{places.historyEmpty}</p>}
      <ol>
        {value?.changes.map(({ at, by, action, fields }) => (
          <li key={`${at} ${action}`}>
            <p>
              <strong>{codeWord(places.actions, action)}</strong> {by}{' '}
              <span className="faint">{format.moment(at)}</span>
            </p>
            {action.endsWith('.changed') && (
              <ul>
                {fields.map(({ field, before, after }) => (
                  <li key={field}>
                    <code>{field}</code> {before ?? places.nothing} → {after ?? places.nothing}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
      <p className="faint">{places.historyNote}</p>
    </section>
  );
}
