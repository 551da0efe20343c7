import { Alert, Button, Input, QRCode } from 'antd';
import { useEffect, useState } from 'react';
import type { TotpSetup as Setup } from '../../protocol/desk/account.ts';
import type { DeskApi } from '../api/desk-api.ts';
import type { Failure } from '../api/failure.ts';
import { failureText } from '../words/failure-words.ts';
import { useWords } from '../words/words-context.tsx';
import { useGraveCall } from './proof-context.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

interface TotpSetupProps {
  readonly api: DeskApi;
  /** The recovery codes have been shown and kept. */
  readonly onDone: () => void;
}

/** Sets a second factor up: the picture, the first code, the recovery codes. */
export function TotpSetup({ api, onDone }: TotpSetupProps) {
  const words = useWords();
  const grave = useGraveCall();
  const [setup, setSetup] = useState<Setup | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  useEffect(() => {
    let gone = false;
    void grave(() => api.beginTotp()).then((result) => {
      if (gone) return;
      if (result.ok) setSetup(result.value);
      else setFailure(result.failure);
    });
    return () => {
      gone = true;
    };
  }, [api, grave]);
  if (codes !== null) return <RecoveryCodes codes={codes} onDone={onDone} />;
  if (setup === null) return failure && <Alert type="error" showIcon title={failureText(words, failure)} />;
  return <FirstCode setup={setup} api={api} onConfirmed={setCodes} />;
}

function FirstCode({
  setup,
  api,
  onConfirmed,
}: {
  setup: Setup;
  api: DeskApi;
  onConfirmed: (codes: readonly string[]) => void;
}) {
  const words = useWords();
  const { own } = words.accounts;
  const grave = useGraveCall();
  const [code, setCode] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    if (code.trim() === '' || busy) return;
    setBusy(true);
    const result = await grave(() => api.confirmTotp(code));
    setBusy(false);
    setFailure(result.ok ? null : result.failure);
    if (result.ok) onConfirmed(result.value.codes);
  };
  return (
    <form
      className="account-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p>{own.scan}</p>
      <div className="totp-picture" role="img" aria-label={own.picture}>
        <span aria-hidden="true">
          <QRCode type="svg" value={setup.uri} size={184} bordered={false} color="#000" bgColor="#fff" />
        </span>
      </div>
      <p className="faint">
        {own.typed}: <code className="totp-key">{setup.secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <label htmlFor="totp-first">{own.firstCode}</label>
      <Input
        id="totp-first"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={10}
        value={code}
        onChange={({ target }) => setCode(target.value)}
      />
      {failure !== null && <Alert type="error" showIcon title={failureText(words, failure)} />}
      <div>
        <Button type="primary" htmlType="submit" loading={busy} disabled={code.trim() === ''}>
          {own.confirm}
        </Button>
      </div>
    </form>
  );
}
