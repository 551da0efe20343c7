import { Alert, Input } from 'antd';
import { useState } from 'react';
import type { OneTimePassword } from '../../protocol/desk/account.ts';
import type { Failure } from '../api/failure.ts';
import { useDesk } from '../app/desk-context.tsx';
import { Dialog } from '../app/dialog.tsx';
import { failureText } from '../words/failure-words.ts';
import { useWords } from '../words/words-context.tsx';
import { submitOnCtrlEnter } from '../workspace/submit-key.ts';
import { BLANK_MEMBER, isWhole, MemberFields } from './member-fields.tsx';
import { OncePassword } from './once-password.tsx';
import { useGraveCall } from './proof-context.tsx';

interface AddMemberDialogProps {
  readonly onClose: () => void;
  readonly onAdded: (id: string) => void;
}

/** Adds somebody; then their one-time password stands there until it has been noted. */
export function AddMemberDialog({ onClose, onAdded }: AddMemberDialogProps) {
  const words = useWords();
  const { staff } = words.accounts;
  const desk = useDesk();
  const grave = useGraveCall();
  const [login, setLogin] = useState('');
  const [draft, setDraft] = useState(BLANK_MEMBER);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const [once, setOnce] = useState<({ readonly id: string } & OneTimePassword) | null>(null);
  const complete = /^[\w.@-]{2,100}$/.test(login.trim()) && isWhole(draft);
  const submit = async () => {
    if (!complete || busy) return;
    setBusy(true);
    const result = await grave(() => desk.api.addMember({ login: login.trim().toLowerCase(), ...draft }));
    setBusy(false);
    setFailure(result.ok ? null : result.failure);
    if (result.ok) setOnce({ id: result.value.member.id, ...result.value });
  };
  if (once !== null) return <OncePassword once={once} onDone={() => onAdded(once.id)} />;
  return (
    <Dialog
      open
      title={staff.add}
      okText={staff.add}
      cancelText={words.common.cancel}
      confirmLoading={busy}
      okButtonProps={{ disabled: !complete }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <form
        className="dialog-form account-form"
        onKeyDown={submitOnCtrlEnter(() => void submit())}
        onSubmit={(event) => event.preventDefault()}
      >
        <label htmlFor="new-login">
          {staff.login} <span className="faint">{staff.loginHint}</span>
        </label>
        <Input
          id="new-login"
          autoFocus
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          value={login}
          onChange={({ target }) => setLogin(target.value)}
        />
        <MemberFields draft={draft} onChange={setDraft} />
        {failure !== null && <Alert type="error" showIcon title={failureText(words, failure)} />}
      </form>
    </Dialog>
  );
}
