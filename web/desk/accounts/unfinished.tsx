import { Button } from 'antd';
import type { Me } from '../../protocol/desk/staff.ts';
import type { Access } from '../app/access.ts';
import { DeskLogo } from '../app/desk-logo.tsx';
import { useWords } from '../words/words-context.tsx';
import { PasswordForm } from './password-form.tsx';
import { ProofProvider } from './proof-context.tsx';
import { TotpSetup } from './totp-setup.tsx';

/** In place of the desk, until its owner has finished their account: a password of their own, a second factor. */
export function Unfinished({ access, me }: { access: Access; me: Me }) {
  const { own } = useWords().accounts;
  const step = me.session.pending[0];
  return (
    <main className="sign-in">
      <section className="sign-in-card">
        <header>
          <DeskLogo size={44} />
          <div>
            <h1>{own.finishTitle}</h1>
            <p className="sign-in-lead">{step === 'password' ? own.finishPassword : own.finishFactor}</p>
          </div>
        </header>
        <ProofProvider api={access.api} method={me.session.method}>
          {step === 'password' ? (
            <PasswordForm api={access.api} login={me.staff.login} withCode={false} onChanged={access.enter} />
          ) : (
            <TotpSetup api={access.api} onDone={() => void access.check()} />
          )}
        </ProofProvider>
        <Button type="link" onClick={() => void access.leave()}>
          {own.useAnother}
        </Button>
      </section>
    </main>
  );
}
