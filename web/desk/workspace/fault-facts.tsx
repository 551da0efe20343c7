import { useMemo } from 'react';
import type { SessionDetail, TranscriptRow } from '../../protocol/desk/session.ts';
import { useDesk } from '../app/desk-context.tsx';
import { useCell } from '../app/use-cell.ts';
import { codeWord } from '../words/code-words.ts';
import { useWords } from '../words/words-context.tsx';
import { viewActivity } from './activity-view.ts';
import { Part } from './context-part.tsx';
import { factLines, quotesOf } from './fact-lines.ts';

interface FaultFactsProps {
  readonly detail: SessionDetail;
  readonly onQuote: (seq: number) => void;
}

/** What was understood of the fault, each fact beside the customer's words that showed it. */
export function FaultFacts({ detail, onQuote }: FaultFactsProps) {
  const words = useWords();
  const { fault, evidence } = detail.summary;
  const textOf = useTexts(detail.session.conversationId);
  if (fault === null) {
    return (
      <Part title={words.context.facts}>
        <p className="faint">{words.context.noFault}</p>
      </Part>
    );
  }
  return (
    <Part title={words.context.facts}>
      <dl className="facts facts-fault">
        {factLines(fault).map(({ label, facts }) => (
          <div key={label}>
            <dt>{words.context[label]}</dt>
            <dd>
              {facts.map(({ fact, table, code }) => (
                <span key={fact} className={`fact fact-${label}`}>
                  {codeWord(words.codes[table], code)}
                  {quotesOf(evidence, fact, textOf).map(({ seq, start, text }) => (
                    <button
                      key={`${seq}-${start}`}
                      type="button"
                      className="quote"
                      title={words.context.quote}
                      onClick={() => onQuote(seq)}
                    >
                      {text}
                    </button>
                  ))}
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}

/** The texts of the loaded messages, by seq. */
function useTexts(conversationId: string): (seq: number) => string | null {
  const loaded = useCell(useDesk().transcript(conversationId));
  const rows: readonly TranscriptRow[] | null = loaded.state === 'ready' ? loaded.view.rows : null;
  return useMemo(() => {
    const texts = new Map(rows?.map((row) => [row.seq, textOfRow(row)]));
    return (seq: number) => texts.get(seq) ?? null;
  }, [rows]);
}

function textOfRow(row: TranscriptRow): string {
  const view = viewActivity(row.activity, document.baseURI);
  return view.kind === 'message' ? view.text : '';
}
