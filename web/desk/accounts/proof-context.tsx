import { Alert, Input } from 'antd';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
import type { Me } from '../../protocol/desk/staff.ts';
import type { DeskApi } from '../api/desk-api.ts';
import { type Failure, isRefusedWith, type Result } from '../api/failure.ts';
import { Dialog } from '../app/dialog.tsx';
import { failureText } from '../words/failure-words.ts';
import { useWords } from '../words/words-context.tsx';

type GraveCall = <T>(call: () => Promise<Result<T>>) => Promise<Result<T>>;

const ProofContext = createContext<GraveCall | null>(null);

interface ProofProviderProps {
  readonly api: DeskApi;
  readonly method: Me['session']['method'];
  readonly children: ReactNode;
}

/** Asks who one is where the server wants to know it anew, and makes the call again. */
export function ProofProvider({ api, method, children }: ProofProviderProps) {
  const answer = useRef<((proved: boolean) => void) | null>(null);
  const [asking, setAsking] = useState(false);
  const grave = useCallback<GraveCall>(async (call) => {
    const first = await call();
    if (first.ok || !isRefusedWith(first.failure, 'proof_required')) return first;
    const proved = await new Promise<boolean>((resolve) => {
      answer.current = resolve;
      setAsking(true);
    });
    return proved ? call() : first;
  }, []);
  const settle = (proved: boolean) => {
    setAsking(false);
    answer.current?.(proved);
    answer.current = null;
  };
  const value = useMemo(() => grave, [grave]);
  return (
    <ProofContext value={value}>
      {children}
      {asking && <ProofDialog api={api} method={method} onSettled={settle} />}
    </ProofContext>
  );
}

/** For calls that are refused with `proof_required` unless their caller has shown who they are a moment ago. */
export function useGraveCall(): GraveCall {
  const grave = useContext(ProofContext);
  if (grave === null) throw new Error('nobody can be asked who they are above this component');
  return grave;
}

interface ProofDialogProps extends Pick<ProofProviderProps, 'api' | 'method'> {
  readonly onSettled: (proved: boolean) => void;
}

function ProofDialog({ api, method, onSettled }: ProofDialogProps) {
  const words = useWords();
  const { own } = words.accounts;
  const [password, setPassword] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    if (password === '' || busy) return;
    setBusy(true);
    const result = await api.prove({ password, ...(code === null || code.trim() === '' ? {} : { code }) });
    setBusy(false);
    if (result.ok) return onSettled(true);
    const missing = isRefusedWith(result.failure, 'code_missing');
    if (missing && code === null) setCode('');
    setFailure(missing && code === null ? null : result.failure);
  };
  const byPassword = method === 'password';
  return (
    <Dialog
      open
      title={own.proofTitle}
      okText={byPassword ? own.confirm : own.proofGo}
      cancelText={words.common.cancel}
      confirmLoading={busy}
      {...(byPassword ? {} : { okButtonProps: { href: providerAddress() } })}
      onOk={() => void (byPassword && submit())}
      onCancel={() => onSettled(false)}
    >
      {byPassword ? (
        <form
          className="dialog-form"
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <p className="soft">{own.proofLead}</p>
          <label htmlFor="proof-password">{words.signIn.password}</label>
          <Input.Password
            id="proof-password"
            autoFocus
            autoComplete="current-password"
            maxLength={200}
            value={password}
            onChange={({ target }) => setPassword(target.value)}
          />
          {code !== null && (
            <>
              <label htmlFor="proof-code">
                {own.code} <span className="faint">{own.codeHint}</span>
              </label>
              <Input
                id="proof-code"
                autoFocus
                autoComplete="one-time-code"
                maxLength={40}
                value={code}
                onChange={({ target }) => setCode(target.value)}
              />
            </>
          )}
          {failure !== null && <Alert type="error" showIcon title={failureText(words, failure)} />}
          <button type="submit" hidden />
        </form>
      ) : (
        <p className="soft">{own.proofAgain}</p>
      )}
    </Dialog>
  );
}

/** Signing in once more with the provider, who asks anew. */
function providerAddress(): string {
  return new URL('../api/desk/provider?again=true', document.baseURI).href;
}
