import { Alert, Button, Input } from 'antd';
import { useId, useState } from 'react';
import type { Me } from '../../protocol/desk/staff.ts';
import type { DeskApi } from '../api/desk-api.ts';
import type { Failure } from '../api/failure.ts';
import { failureText } from '../words/failure-words.ts';
import { useWords } from '../words/words-context.tsx';

const SHORTEST = 12;

interface PasswordFormProps {
  readonly api: DeskApi;
  readonly login: string;
  /** There is a second factor: a code goes with it. */
  readonly withCode: boolean;
  readonly onChanged: (me: Me) => void;
}

/** Sets a password of one's own. */
export function PasswordForm({ api, login, withCode, onChanged }: PasswordFormProps) {
  const words = useWords();
  const { own } = words.accounts;
  const id = useId();
  const [draft, setDraft] = useState({ current: '', code: '', password: '', repeat: '' });
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const differs = draft.repeat !== '' && draft.repeat !== draft.password;
  const complete =
    draft.current !== '' &&
    [...draft.password].length >= SHORTEST &&
    draft.repeat === draft.password &&
    (!withCode || draft.code.trim() !== '');
  const submit = async () => {
    if (!complete || busy) return;
    setBusy(true);
    const { current, code, password } = draft;
    const result = await api.changePassword({ current, password, ...(withCode ? { code } : {}) });
    setBusy(false);
    setFailure(result.ok ? null : result.failure);
    if (!result.ok) return;
    setDraft({ current: '', code: '', password: '', repeat: '' });
    onChanged(result.value);
  };
  return (
    <form
      className="account-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <input type="text" name="username" autoComplete="username" value={login} readOnly hidden />
      <label htmlFor={`${id}-current`}>{own.current}</label>
      <Input.Password
        id={`${id}-current`}
        autoComplete="current-password"
        maxLength={200}
        value={draft.current}
        onChange={({ target }) => setDraft({ ...draft, current: target.value })}
      />
      {withCode && (
        <>
          <label htmlFor={`${id}-code`}>
            {own.code} <span className="faint">{own.codeHint}</span>
          </label>
          <Input
            id={`${id}-code`}
            autoComplete="one-time-code"
            maxLength={40}
            value={draft.code}
            onChange={({ target }) => setDraft({ ...draft, code: target.value })}
          />
        </>
      )}
      <label htmlFor={`${id}-new`}>{own.newPassword}</label>
      <Input.Password
        id={`${id}-new`}
        autoComplete="new-password"
        aria-describedby={`${id}-hint`}
        maxLength={200}
        value={draft.password}
        onChange={({ target }) => setDraft({ ...draft, password: target.value })}
      />
      <p className="faint" id={`${id}-hint`}>
        {own.newPasswordHint}
      </p>
      <label htmlFor={`${id}-repeat`}>{own.repeat}</label>
      <Input.Password
        id={`${id}-repeat`}
        autoComplete="new-password"
        maxLength={200}
        status={differs ? 'error' : ''}
        value={draft.repeat}
        onChange={({ target }) => setDraft({ ...draft, repeat: target.value })}
      />
      {differs && (
        <p className="field-fault" role="alert">
          {own.repeatDiffers}
        </p>
      )}
      {failure !== null && <Alert type="error" showIcon title={failureText(words, failure)} />}
      <div>
        <Button type="primary" htmlType="submit" disabled={!complete} loading={busy}>
          {own.changePassword}
        </Button>
      </div>
    </form>
  );
}
