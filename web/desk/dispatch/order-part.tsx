import type { IncidentItem } from '../../protocol/desk/incident.ts';
import { useWords } from '../words/words-context.tsx';
import { SeverityBadge } from '../workspace/severity-badge.tsx';
import { LifeMark } from './board-row.tsx';
import { IncidentStateMark } from './incident-state-mark.tsx';
import { OrderReasons } from './order-reasons.tsx';

/** How grave it is, and why it stands where it stands. */
export function OrderPart({ incident }: { incident: IncidentItem }) {
  const { dispatch: words } = useWords();
  const { severity, lifeAtRisk, state, area, customersAffected, order, within } = incident;
  return (
    <section className={`context-severity tint-${severity}`}>
      <header className="order-head">
        <SeverityBadge severity={severity} strong />
        {lifeAtRisk && <LifeMark />}
        <IncidentStateMark state={state} />
        <p className="dispatch-place">
          {area} <span className="figures">{words.customers(customersAffected)}</span>
        </p>
      </header>
      <OrderReasons order={order} />
      {within !== null && <p className="dispatch-within">{words.within}</p>}
    </section>
  );
}
