import type { IncidentItem } from '../../protocol/desk/incident.ts';
import { codeWord } from '../words/code-words.ts';
import { useWords } from '../words/words-context.tsx';

const TONES: Readonly<Record<IncidentItem['state'], 'new' | 'going' | 'done'>> = {
  probable: 'new',
  confirmed: 'going',
  restored: 'done',
  closed: 'done',
  rejected: 'done',
  merged: 'done',
};

/** An incident's state with a dot that tells open from done. */
export function IncidentStateMark({ state }: { state: IncidentItem['state'] }) {
  const { dispatch } = useWords();
  return <span className={`ticket-state ticket-state-${TONES[state]}`}>{codeWord(dispatch.state, state)}</span>;
}
