import { Alert, App, Button, Popconfirm } from 'antd';
import { useCallback, useState } from 'react';
import type { OwnAccount } from '../../protocol/desk/account.ts';
import type { Failure, Result } from '../api/failure.ts';
import { useDesk, useSeat } from '../app/desk-context.tsx';
import { FailureState } from '../states/failure-state.tsx';
import { ListPage } from '../states/list-page.tsx';
import { LoadingRows } from '../states/loading-rows.tsx';
import { useAnswer } from '../states/use-answer.ts';
import { failureText } from '../words/failure-words.ts';
import { useWording, useWords } from '../words/words-context.tsx';
import { PasswordForm } from './password-form.tsx';
import { useGraveCall } from './proof-context.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { SignInList } from './sign-in-list.tsx';
import { TotpSetup } from './totp-setup.tsx';

/** One's own password, second factor and sign-ins. */
export function AccountPage() {
  const { own } = useWords().accounts;
  const { desk, me } = useSeat();
  const { value, failure, refresh } = useAnswer(useCallback(() => desk.api.ownAccount(), [desk]));
  const ask = useCallback((cursor: string | null) => desk.api.ownSignIns(cursor), [desk]);
  const here = me.session.method === 'password';
  return (
    <ListPage title={own.title} lead={own.lead} className="account-page">
      {value === null &&
        (failure === null ? <LoadingRows rows={6} /> : <FailureState failure={failure} onRetry={refresh} />)}
      {!here && <Alert type="info" showIcon title={own.byProvider} />}
      {value !== null && here && (
        <>
          <PasswordPart account={value} onChanged={refresh} />
          <TotpPart account={value} onChanged={refresh} />
        </>
      )}
      <section className="account-part" aria-labelledby="own-sign-ins">
        <h2 id="own-sign-ins">{own.signIns}</h2>
        <SignInList
          key={me.session.id}
          ask={ask}
          end={(id) => desk.api.endOwnSignIn(id)}
          endAll={() => desk.api.endOtherSignIns()}
          allWord={own.endOthers}
        />
      </section>
    </ListPage>
  );
}

interface PartProps {
  readonly account: OwnAccount;
  readonly onChanged: () => void;
}

function PasswordPart({ account, onChanged }: PartProps) {
  const { words, format } = useWording();
  const { own } = words.accounts;
  const { desk, me, enter } = useSeat();
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const { passwordChangedAt: at } = account;
  return (
    <section className="account-part" aria-labelledby="own-password">
      <header>
        <div>
          <h2 id="own-password">{own.password}</h2>
          <p className="soft">{at === null ? own.passwordNever : own.passwordSince(format.moment(at))}</p>
        </div>
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>
          {own.changePassword}
        </Button>
      </header>
      {open && (
        <PasswordForm
          api={desk.api}
          login={me.staff.login}
          withCode={account.totp.on}
          onChanged={(changed) => {
            setOpen(false);
            enter(changed);
            onChanged();
            void message.success(own.passwordChanged);
          }}
        />
      )}
    </section>
  );
}

function TotpPart({ account: { totp }, onChanged }: PartProps) {
  const { words, format } = useWording();
  const { own } = words.accounts;
  const desk = useDesk();
  const [settingUp, setSettingUp] = useState(false);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const { run, failure } = useGrave();
  const done = () => {
    setSettingUp(false);
    setCodes(null);
    onChanged();
  };
  const state =
    totp.on && totp.since !== null
      ? `${own.factorOn(format.moment(totp.since))} · ${own.codesLeft(totp.codesLeft)}`
      : own.factorOff;
  return (
    <section className="account-part" aria-labelledby="own-factor">
      <header>
        <div>
          <h2 id="own-factor">{own.factor}</h2>
          <p className="soft">
            {state}
            {totp.required && <span className="faint"> · {own.factorRequired}</span>}
          </p>
          <p className="faint">{own.factorLead}</p>
        </div>
        {!settingUp && (
          <div className="account-buttons">
            <Button onClick={() => setSettingUp(true)}>{totp.on ? own.setUpAnew : own.setUp}</Button>
            {totp.on && (
              <Button
                onClick={() =>
                  void run(
                    () => desk.api.renewRecoveryCodes(),
                    (value) => setCodes(value.codes),
                  )
                }
              >
                {own.renewCodes}
              </Button>
            )}
            {totp.on && !totp.required && (
              <Popconfirm
                title={own.removeAsk}
                okText={own.remove}
                cancelText={words.common.cancel}
                onConfirm={() => void run(() => desk.api.removeTotp(), done)}
              >
                <Button danger>{own.remove}</Button>
              </Popconfirm>
            )}
          </div>
        )}
      </header>
      {failure !== null && <Alert type="error" showIcon title={failureText(words, failure)} />}
      {settingUp && <TotpSetup api={desk.api} onDone={done} />}
      {codes !== null && <RecoveryCodes codes={codes} onDone={done} />}
    </section>
  );
}

function useGrave() {
  const grave = useGraveCall();
  const [failure, setFailure] = useState<Failure | null>(null);
  const run = async <T,>(call: () => Promise<Result<T>>, then: (value: T) => void) => {
    const result = await grave(call);
    setFailure(result.ok ? null : result.failure);
    if (result.ok) then(result.value);
  };
  return { run, failure };
}
