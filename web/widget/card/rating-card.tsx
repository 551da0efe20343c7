import { useId, useState } from 'preact/hooks';
import type { CardOf } from '../../protocol/card.ts';
import { Icon } from '../view/icon.tsx';
import { useWidget } from '../view/widget-context.ts';

const SCORES = [1, 2, 3, 4, 5] as const;

/** Asks once for 1 to 5 and a few words; afterwards it shows what was given. */
export function RatingCard({ card, given }: { card: CardOf<'rating'>; given: number | undefined }) {
  const { strings, chat } = useWidget();
  const [score, setScore] = useState<number>();
  const [words, setWords] = useState('');
  const name = useId();
  const label = score === undefined ? undefined : card.labels[score - 1];

  if (given !== undefined) {
    return (
      <section class="card rating">
        <Stars score={given} label={strings.card.rating.score(given, card.labels[given - 1] ?? '')} />
        <p class="thanks">{card.thanks}</p>
      </section>
    );
  }
  return (
    <form
      class="card rating"
      onSubmit={(event) => {
        event.preventDefault();
        if (score === undefined) return;
        const said = words.trim();
        chat.rate({ sessionId: card.sessionId, score, ...(said === '' ? {} : { words: said }) });
      }}
    >
      <h3>{card.title}</h3>
      <fieldset>
        <legend class="unseen">{strings.card.rating.legend}</legend>
        {SCORES.map((each) => (
          <label key={each} class={score !== undefined && each <= score ? 'lit' : ''}>
            <input type="radio" name={name} class="unseen" checked={each === score} onChange={() => setScore(each)} />
            <Icon name="star" size={32} />
            <span class="unseen">{strings.card.rating.score(each, card.labels[each - 1] ?? '')}</span>
          </label>
        ))}
      </fieldset>
      <p class="rating-label" aria-hidden="true">
        {label ?? `1 ${card.labels[0] ?? ''} – 5 ${card.labels[4] ?? ''}`}
      </p>
      {score !== undefined && (
        <>
          <textarea
            rows={2}
            value={words}
            maxLength={2000}
            aria-label={strings.card.rating.words}
            placeholder={card.wordsPlaceholder}
            onInput={(event) => setWords(event.currentTarget.value)}
          />
          <button type="submit" class="action primary rating-submit">
            {card.submitLabel}
          </button>
        </>
      )}
    </form>
  );
}

function Stars({ score, label }: { score: number; label: string }) {
  return (
    <p class="stars" role="img" aria-label={label}>
      {SCORES.map((each) => (
        <span key={each} class={each <= score ? 'lit' : ''}>
          <Icon name="star" size={22} />
        </span>
      ))}
    </p>
  );
}
