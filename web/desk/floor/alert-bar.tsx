import { DashboardOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { hasRole, useDesk, useSeat } from '../app/desk-context.tsx';
import { formatRoute } from '../app/route.ts';
import { useResource } from '../app/use-cell.ts';
import { useRoute } from '../app/use-route.ts';
import { useWords } from '../words/words-context.tsx';
import { alertTitle, alertValue } from './alert-text.ts';
import { useAcknowledge } from './use-acknowledge.ts';

/** Word of thresholds that were crossed, on every page until somebody answers for them; one at a time. */
export function FloorAlertBar() {
  const words = useWords();
  const { floor } = words;
  const { me } = useSeat();
  const loaded = useResource(useDesk().floorAlerts);
  const acknowledge = useAcknowledge();
  const [first, ...more] = loaded.state === 'ready' ? loaded.value.alerts : [];
  const { page } = useRoute();
  // There they stand in full.
  if (first === undefined || page === 'floor') return null;
  return (
    <section
      className={`notice-bar ${first.kind === 'unanswered_danger' ? 'notice-breach' : 'notice-warn'}`}
      role="status"
      aria-label={floor.alerts}
    >
      <DashboardOutlined />
      <p>
        <strong>{alertTitle(words, first)}</strong>{' '}
        <span className="figures">{alertValue(words, first.kind, first.now ?? first.value)}</span>{' '}
        <a href={formatRoute({ page: 'floor' })}>{floor.openFloor}</a>
        {more.length > 0 && <span> {floor.moreAlerts(more.length)}</span>}
      </p>
      {hasRole(me, 'supervisor') && (
        <Button size="small" onClick={() => void acknowledge(first.id)}>
          {floor.acknowledge}
        </Button>
      )}
    </section>
  );
}
