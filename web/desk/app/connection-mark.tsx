import { Tooltip } from 'antd';
import { useWords } from '../words/words-context.tsx';
import { useDesk } from './desk-context.tsx';
import { useCell } from './use-cell.ts';

/** A small lamp: whether news arrives by itself. */
export function ConnectionMark() {
  const { connection: words } = useWords();
  const { state } = useCell(useDesk().connection);
  return (
    <Tooltip placement="right" title={state === 'lost' ? `${words.lost}. ${words.lostNote}` : words[state]}>
      <span className={`connection-mark connection-${state}`} role="img" aria-label={words[state]} />
    </Tooltip>
  );
}
