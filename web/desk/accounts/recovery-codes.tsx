import { Button } from 'antd';
import { useWords } from '../words/words-context.tsx';
import { CopyButton } from './copy-button.tsx';

/** Codes that are shown this one time. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const { own } = useWords().accounts;
  return (
    <section className="account-form">
      <h3>{own.codesTitle}</h3>
      <p className="soft">{own.codesNote}</p>
      <ul className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="account-buttons">
        <CopyButton text={codes.join('\n')} />
        <Button type="primary" onClick={onDone}>
          {own.codesKept}
        </Button>
      </div>
    </section>
  );
}
