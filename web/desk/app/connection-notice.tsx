import { SyncOutlined } from '@ant-design/icons';
import { clockText } from '../words/time-words.ts';
import { useWords } from '../words/words-context.tsx';
import { useNow } from './clock-context.tsx';
import { useDesk } from './desk-context.tsx';
import { useCell } from './use-cell.ts';

/** A short drop is not worth a word, ms. */
const QUIET = 3_000;

/** Says so when the line has been down for a while; lies over the page, so that nothing moves. */
export function ConnectionNotice() {
  const connection = useCell(useDesk().connection);
  return connection.state === 'lost' ? <Lost since={connection.since} /> : null;
}

function Lost({ since }: { since: number }) {
  const words = useWords();
  const lasted = useNow() - since;
  if (lasted < QUIET) return null;
  return (
    <div className="connection-notice" role="status">
      <SyncOutlined spin />
      <span>
        <strong>{words.connection.lostFor(clockText(words, lasted))}</strong>
        <small>{words.connection.lostNote}</small>
      </span>
    </div>
  );
}
