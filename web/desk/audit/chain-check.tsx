import { CheckCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { AuditVerification } from '../../protocol/desk/audit.ts';
import type { Failure } from '../api/failure.ts';
import { useDesk } from '../app/desk-context.tsx';
import { failureText } from '../words/failure-words.ts';
import { useWords } from '../words/words-context.tsx';

/** Looks through the whole chain when asked, and says what came of it. */
export function ChainCheck() {
  const desk = useDesk();
  const words = useWords();
  const [busy, setBusy] = useState(false);
  const [verdict, setVerdict] = useState<AuditVerification | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const verify = async () => {
    setBusy(true);
    const result = await desk.api.verifyAudit();
    setBusy(false);
    setFailure(result.ok ? null : result.failure);
    if (result.ok) setVerdict(result.value);
  };
  return (
    <div className="chain-check" aria-live="polite">
      <Button loading={busy} onClick={() => void verify()}>
        {busy ? words.audit.verifying : words.audit.verify}
      </Button>
      {failure !== null && <span className="chain-broken">{failureText(words, failure)}</span>}
      {failure === null && verdict !== null && <Verdict verdict={verdict} />}
    </div>
  );
}

function Verdict({ verdict: { links, head, faults, firstFaults, unchained } }: { verdict: AuditVerification }) {
  const { audit: words } = useWords();
  const broken = faults > 0 || unchained.vanished > 0;
  return (
    <div className={broken ? 'chain-broken' : 'chain-whole'}>
      <p>
        {broken ? <WarningOutlined /> : <CheckCircleOutlined />}{' '}
        <strong>{faults > 0 ? words.broken(faults) : words.whole(links.toLocaleString())}</strong>
        <span> · {words.unchained(unchained.count)}</span>
        {unchained.vanished > 0 && <span> · {words.vanished(unchained.vanished)}</span>}
      </p>
      {firstFaults.length > 0 && (
        <ol>
          {firstFaults.map(({ kind, seq }) => (
            <li key={`${kind} ${seq}`}>{words.fault[kind](seq)}</li>
          ))}
        </ol>
      )}
      <p className="faint">
        {words.head}: <code>{`${head.seq}:${head.hash}`}</code>
      </p>
    </div>
  );
}
