import { BulbOutlined, GlobalOutlined } from '@ant-design/icons';
import { Alert, Button, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { type Failure, isRefusedWith } from '../api/failure.ts';
import type { Access } from '../app/access.ts';
import { DeskLogo } from '../app/desk-logo.tsx';
import { isDark } from '../app/preferences.ts';
import { usePreferences } from '../app/preferences-context.tsx';
import { codeWord } from '../words/code-words.ts';
import { failureText } from '../words/failure-words.ts';
import { useWording } from '../words/words-context.tsx';
import { type DemoAccount, fetchDemoAccounts } from './demo-hints.ts';
import { ProviderSignIn, providerRefusal } from './provider-sign-in.tsx';

interface Credentials {
  login: string;
  password: string;
  code?: string;
}

export function SignIn({ access, ended }: { access: Access; ended: boolean }) {
  const { words } = useWording();
  const [form] = Form.useForm<Credentials>();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  /** The password is right, and there is a second factor. */
  const [withCode, setWithCode] = useState(false);
  const accounts = useDemoAccounts();
  const refused = providerRefusal(words);

  const submit = async (credentials: Credentials) => {
    setBusy(true);
    setFailure(null);
    const { code, ...given } = credentials;
    const result = await access.api.signIn(code === undefined || code.trim() === '' ? given : { ...given, code });
    setBusy(false);
    if (result.ok) return access.enter(result.value);
    const missing = isRefusedWith(result.failure, 'code_missing');
    if (missing) setWithCode(true);
    setFailure(missing && !withCode ? null : result.failure);
  };

  return (
    <main className="sign-in">
      <section className="sign-in-card">
        <header>
          <DeskLogo size={44} />
          <div>
            <h1>{words.signIn.title}</h1>
            <p className="sign-in-lead">{words.signIn.lead}</p>
          </div>
        </header>
        {ended && failure === null && <Alert type="info" showIcon title={words.signIn.ended} />}
        {failure !== null && <Alert type="error" showIcon title={failureText(words, failure)} />}
        {failure === null && refused !== null && <Alert type="error" showIcon title={refused} />}
        <Form
          form={form}
          layout="vertical"
          size="large"
          requiredMark={false}
          onFinish={(values) => void submit(values)}
        >
          <Form.Item
            name="login"
            label={words.signIn.login}
            rules={[{ required: true, whitespace: true, message: words.signIn.loginMissing }]}
          >
            <Input autoFocus autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={100} />
          </Form.Item>
          <Form.Item
            name="password"
            label={words.signIn.password}
            rules={[{ required: true, message: words.signIn.passwordMissing }]}
          >
            <Input.Password autoComplete="current-password" maxLength={200} />
          </Form.Item>
          {withCode && (
            <Form.Item name="code" label={words.accounts.own.code} extra={words.accounts.own.codeHint}>
              <Input autoFocus autoComplete="one-time-code" autoCapitalize="none" spellCheck={false} maxLength={40} />
            </Form.Item>
          )}
          <Button type="primary" htmlType="submit" block loading={busy}>
            {words.signIn.submit}
          </Button>
        </Form>
        <ProviderSignIn access={access} />
        {accounts.length > 0 && (
          <DemoAccounts
            accounts={accounts}
            onChoose={({ login, password }) => {
              form.setFieldsValue({ login, password });
              setFailure(null);
            }}
          />
        )}
      </section>
      <SignInFoot />
    </main>
  );
}

function useDemoAccounts(): readonly DemoAccount[] {
  const [accounts, setAccounts] = useState<readonly DemoAccount[]>([]);
  useEffect(() => {
    const address = new URL('../api/demo/hints', document.baseURI).href;
    void fetchDemoAccounts(address, (input, init) => window.fetch(input, init)).then(setAccounts);
  }, []);
  return accounts;
}

interface DemoAccountsProps {
  readonly accounts: readonly DemoAccount[];
  readonly onChoose: (account: DemoAccount) => void;
}

function DemoAccounts({ accounts, onChoose }: DemoAccountsProps) {
  const { words } = useWording();
  return (
    <section className="demo-accounts" aria-label={words.signIn.demoTitle}>
      <h2>
        <span className="demo-tag">{words.app.demo}</span>
        {words.signIn.demoLead}
      </h2>
      <ul>
        {accounts.map((account) => (
          <li key={account.login}>
            <button type="button" onClick={() => onChoose(account)}>
              <strong>{codeWord(words.codes.role, account.role)}</strong>
              <span>{account.login}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="faint">{words.app.demoNote}</p>
    </section>
  );
}

function SignInFoot() {
  const { words, language } = useWording();
  const preferences = usePreferences();
  return (
    <footer className="sign-in-foot">
      <Button
        type="text"
        icon={<GlobalOutlined />}
        onClick={() => preferences.language.set(language === 'en' ? 'zh-Hans' : 'en')}
      >
        {language === 'en' ? '中文' : 'English'}
      </Button>
      <Button
        type="text"
        icon={<BulbOutlined />}
        onClick={() =>
          preferences.appearance.set(
            isDark(preferences.appearance.get(), preferences.darkSystem.get()) ? 'light' : 'dark',
          )
        }
      >
        {words.account.appearance}
      </Button>
    </footer>
  );
}
