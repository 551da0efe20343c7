import type { Floor } from '../../protocol/desk/floor.ts';
import { useWords } from '../words/words-context.tsx';

/** The floor in a few numbers. */
export function FloorTotals({ floor: { totals } }: { floor: Floor }) {
  const { floor: words } = useWords();
  const { waiting, inHand, occupancy, gone, ticketsBreached, ticketsAtRisk, callsLate } = totals;
  return (
    <dl className="floor-totals" aria-label={words.totals}>
      <Total name={words.waiting} value={String(waiting)} />
      <Total name={words.inHand} value={String(inHand)} />
      <Total name={words.occupancy} value={occupancy === null ? words.unknown : words.percent(occupancy)} />
      <Total name={words.gone} value={String(gone)} alert={gone > 0} />
      <Total
        name={words.tickets}
        value={String(ticketsBreached)}
        beside={words.atRisk(ticketsAtRisk)}
        alert={ticketsBreached > 0}
      />
      <Total name={words.calls} value={String(callsLate)} alert={callsLate > 0} />
    </dl>
  );
}

interface TotalProps {
  readonly name: string;
  readonly value: string;
  readonly beside?: string;
  readonly alert?: boolean;
}

function Total({ name, value, beside, alert = false }: TotalProps) {
  return (
    <div className={alert ? 'floor-total floor-total-alert' : 'floor-total'}>
      <dt>{name}</dt>
      <dd className="figures">
        {value} {beside !== undefined && <small>{beside}</small>}
      </dd>
    </div>
  );
}
