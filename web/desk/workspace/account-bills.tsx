import { CloudOutlined, DisconnectOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { SessionBills } from '../../protocol/desk/session-help.ts';
import { useDesk } from '../app/desk-context.tsx';
import { useResource } from '../app/use-cell.ts';
import { useWording, useWords } from '../words/words-context.tsx';

/** What the customer owes and their last bills, once they have shown that the account is theirs. */
export function AccountBills({ sessionId }: { sessionId: string }) {
  const { bills: words } = useWords();
  const resource = useDesk().sessionBills(sessionId);
  const loaded = useResource(resource);
  if (loaded.state === 'loading') return null;
  if (loaded.state === 'failed' || loaded.value.kind === 'unreachable') {
    return (
      <p className="context-warning">
        {words.unreachable}{' '}
        <Button size="small" type="link" onClick={() => void resource.refresh()}>
          {words.again}
        </Button>
      </p>
    );
  }
  return loaded.value.kind === 'known' ? <Bills known={loaded.value} /> : null;
}

function Bills({ known }: { known: Extract<SessionBills, { kind: 'known' }> }) {
  const { words, language, format } = useWording();
  const { bills } = words;
  const yuan = new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'zh-CN', {
    ...{ style: 'currency', currency: 'CNY', currencyDisplay: 'narrowSymbol' },
  });
  const sum = (fen: number) => yuan.format(fen / 100);
  const { owedFen, lateFeeFen, nextDueDate, keptAt, disconnected } = known;
  return (
    <section className="context-bills" aria-label={bills.title}>
      {keptAt !== null && (
        <p className="context-warning">
          <CloudOutlined /> {bills.kept(format.moment(keptAt))}
        </p>
      )}
      {disconnected && (
        <p className="context-warning">
          <DisconnectOutlined /> {bills.disconnected}
        </p>
      )}
      <p>
        {owedFen === 0 ? bills.nothingOwed : bills.owed(sum(owedFen))}
        {lateFeeFen > 0 && <span className="faint"> {bills.lateFee(sum(lateFeeFen))}</span>}
        {nextDueDate !== null && <span className="faint"> {bills.due(nextDueDate)}</span>}
      </p>
      {known.bills.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{bills.period}</th>
              <th scope="col">{bills.usage}</th>
              <th scope="col">{bills.amount}</th>
              <th scope="col">{bills.paid}</th>
            </tr>
          </thead>
          <tbody className="figures">
            {known.bills.map(({ period, kwh, estimated, amountFen, paidFen }) => (
              <tr key={period}>
                <th scope="row">{period}</th>
                <td title={estimated ? bills.estimated : undefined}>
                  {kwh} kWh{estimated && ' *'}
                </td>
                <td>{sum(amountFen)}</td>
                <td className={paidFen < amountFen ? 'bill-open' : undefined}>{sum(paidFen)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {known.bills.some(({ estimated }) => estimated) && <p className="faint">* {bills.estimated}</p>}
    </section>
  );
}
