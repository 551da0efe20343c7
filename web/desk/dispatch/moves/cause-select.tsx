import { useId } from 'react';
import { INCIDENT_CAUSES } from '../../../protocol/desk/incident-moves.ts';
import { codeWord } from '../../words/code-words.ts';
import { useWords } from '../../words/words-context.tsx';

/** Why it failed; empty where nobody knows yet. */
export function CauseSelect({ value, onChange }: { value: string; onChange: (cause: string) => void }) {
  const { dispatch: words } = useWords();
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{words.cause}</label>
      <select id={id} className="select" value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">{words.noCause}</option>
        {INCIDENT_CAUSES.map((cause) => (
          <option key={cause} value={cause}>
            {codeWord(words.causes, cause)}
          </option>
        ))}
      </select>
    </>
  );
}

/** A cause as the protocol takes it: left out where nobody knows it. */
export function caused(cause: string): { cause?: string } {
  return cause === '' ? {} : { cause };
}
