import type { Reason } from '../../protocol/desk/incident.ts';
import { useWords } from '../words/words-context.tsx';
import { orderLine } from './reason-lines.ts';

/** Why this order: the reasons in words, the gravest first. */
export function OrderReasons({ order }: { order: readonly Reason[] }) {
  const words = useWords();
  const { dispatch } = words;
  if (order.length === 0) return null;
  return (
    <div className="order-reasons">
      <h2>{dispatch.whyOrder}</h2>
      <ul aria-label={dispatch.whyOrder}>
        {order.map((reason) => (
          <li key={reason.code}>{orderLine(words, reason)}</li>
        ))}
      </ul>
      <p>{dispatch.orderNote}</p>
    </div>
  );
}
