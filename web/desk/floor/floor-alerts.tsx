import { CheckCircleOutlined, DashboardOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { FloorAlert } from '../../protocol/desk/floor.ts';
import { hasRole, useSeat } from '../app/desk-context.tsx';
import { useWording } from '../words/words-context.tsx';
import { alertTitle, alertValue } from './alert-text.ts';
import { useAcknowledge } from './use-acknowledge.ts';

interface FloorAlertsProps {
  readonly alerts: readonly FloorAlert[];
  /** Of the last day. */
  readonly cleared: readonly FloorAlert[];
}

/** Thresholds that are crossed, with who sees to it; below, those of a day that hold again. */
export function FloorAlerts({ alerts, cleared }: FloorAlertsProps) {
  const { words, format } = useWording();
  const { floor } = words;
  return (
    <section className="floor-part" aria-labelledby="floor-alerts">
      <h2 id="floor-alerts">{floor.alerts}</h2>
      {alerts.length === 0 ? (
        <p className="floor-fine">
          <CheckCircleOutlined /> {floor.noAlerts}
        </p>
      ) : (
        <ul className="floor-alerts">
          {alerts.map((alert) => (
            <AlertRow key={alert.id} alert={alert} />
          ))}
        </ul>
      )}
      {cleared.length > 0 && (
        <details className="floor-cleared">
          <summary>
            {floor.cleared} <span className="count">{cleared.length}</span>
          </summary>
          <ul>
            {cleared.map((alert) => (
              <li key={alert.id}>
                {alertTitle(words, alert)}{' '}
                <span className="faint figures">
                  {floor.clearedAt(format.time(alert.raisedAt), format.time(alert.clearedAt ?? alert.raisedAt))}
                  {alert.acknowledgedBy !== null && ` · ${alert.acknowledgedBy}`}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function AlertRow({ alert }: { alert: FloorAlert }) {
  const { words, format } = useWording();
  const { floor } = words;
  const { me } = useSeat();
  const acknowledge = useAcknowledge();
  const { kind, value, now, raisedAt, acknowledgedBy, acknowledgedAt } = alert;
  const open = acknowledgedBy === null;
  return (
    <li
      className={`floor-alert${open ? ' floor-alert-open' : ''}${kind === 'unanswered_danger' ? ' floor-alert-danger' : ''}`}
    >
      <DashboardOutlined />
      <p>
        <strong>{alertTitle(words, alert)}</strong>{' '}
        {now !== null && <span className="figures">{floor.nowIs(alertValue(words, kind, now))}</span>}
        <small className="figures">{floor.raisedWith(alertValue(words, kind, value), format.time(raisedAt))}</small>
      </p>
      {open && hasRole(me, 'supervisor') && (
        <Button onClick={() => void acknowledge(alert.id)}>{floor.acknowledge}</Button>
      )}
      {!open && (
        <span className="soft">{floor.acknowledgedBy(acknowledgedBy, format.time(acknowledgedAt ?? raisedAt))}</span>
      )}
    </li>
  );
}
