import { Alert, App, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import type { Member, OneTimePassword } from '../../protocol/desk/account.ts';
import type { Failure, Result } from '../api/failure.ts';
import { useDesk } from '../app/desk-context.tsx';
import { failureText } from '../words/failure-words.ts';
import { useWording } from '../words/words-context.tsx';
import { OncePassword } from './once-password.tsx';
import { useGraveCall } from './proof-context.tsx';

/** How somebody signs in, and what is done where they can't, or must not. */
export function MemberAccess({ member, onChanged }: { member: Member; onChanged: () => void }) {
  const { words, format } = useWording();
  const { staff } = words.accounts;
  const { api } = useDesk();
  const { message } = App.useApp();
  const grave = useGraveCall();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [once, setOnce] = useState<OneTimePassword | null>(null);
  const run = async <T,>(call: () => Promise<Result<T>>, then: (value: T) => void) => {
    const result = await grave(call);
    setFailure(result.ok ? null : result.failure);
    if (result.ok) then(result.value);
  };
  const told = (text: string) => () => {
    void message.success(text);
    onChanged();
  };
  const { id, version, active, lockedUntil, oneTimeUntil } = member;
  return (
    <section className="account-part" aria-labelledby="member-access">
      <h2 id="member-access">{staff.access}</h2>
      <p className="soft">
        {[
          active ? staff.active : staff.inactive,
          `${staff.factor}: ${member.totp ? staff.factorOn : staff.factorOff}`,
          ...(oneTimeUntil === null ? [] : [staff.once(format.moment(oneTimeUntil))]),
        ].join(' · ')}
      </p>
      {lockedUntil !== null && <p className="field-fault">{staff.locked(format.moment(lockedUntil))}</p>}
      {failure !== null && <Alert type="error" showIcon title={failureText(words, failure)} />}
      <div className="account-buttons">
        {lockedUntil !== null && (
          <Button onClick={() => void run(() => api.unlockMember(id), told(staff.unlocked))}>{staff.unlock}</Button>
        )}
        <Asked
          title={staff.resetAsk}
          word={staff.reset}
          onConfirm={() => void run(() => api.resetPassword(id), setOnce)}
        />
        {member.totp && (
          <Asked
            title={staff.removeFactorAsk}
            word={staff.removeFactor}
            onConfirm={() => void run(() => api.removeMemberTotp(id), told(staff.saved))}
          />
        )}
        {active ? (
          <Asked
            danger
            title={staff.disableAsk}
            word={staff.disable}
            onConfirm={() => void run(() => api.setMemberActive(id, { active: false, version }), told(staff.saved))}
          />
        ) : (
          <Button onClick={() => void run(() => api.setMemberActive(id, { active: true, version }), told(staff.saved))}>
            {staff.enable}
          </Button>
        )}
      </div>
      {once !== null && (
        <OncePassword
          once={once}
          onDone={() => {
            setOnce(null);
            onChanged();
          }}
        />
      )}
    </section>
  );
}

interface AskedProps {
  readonly title: string;
  readonly word: string;
  readonly danger?: boolean;
  readonly onConfirm: () => void;
}

/** A button that asks once more. */
function Asked({ title, word, danger = false, onConfirm }: AskedProps) {
  const { words } = useWording();
  return (
    <Popconfirm title={title} okText={word} cancelText={words.common.cancel} onConfirm={onConfirm}>
      <Button danger={danger}>{word}</Button>
    </Popconfirm>
  );
}
