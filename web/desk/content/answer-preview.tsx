import { Fragment } from 'react';
import { useWords } from '../words/words-context.tsx';
import type { AnswerPiece } from './answer-pieces.ts';

/** An answer as the customer reads it; the figures in it, and names that nobody knows, stand out. */
export function AnswerPreview({ pieces }: { pieces: readonly AnswerPiece[] }) {
  const { answers: words } = useWords();
  return (
    <>
      {pieces.map(({ kind, text, start }) => {
        if (kind === 'words') return <Fragment key={start}>{text}</Fragment>;
        return (
          <mark key={start} className={`piece-${kind}`} title={kind === 'figure' ? words.figure : words.noFigure}>
            {text}
          </mark>
        );
      })}
    </>
  );
}
