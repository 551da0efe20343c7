import { useEffect, useState } from 'preact/hooks';
import type { SiteStrings } from '../../strings/site/site-strings.ts';
import { type DemoHints, type DemoMessage, fetchHints, fetchMessages } from './demo-data.ts';

const POLL_MS = 3_000;

/** What one needs to try the demo: an account number, its phone's messages, the desk. Not there with real customers. */
export function DemoAids({ strings }: { strings: SiteStrings }) {
  const [hints, setHints] = useState<DemoHints>();
  const [messages, setMessages] = useState<readonly DemoMessage[]>([]);
  const [isOpen, setOpen] = useState(false);
  const [seen, setSeen] = useState(0);
  const words = strings.demo;

  useEffect(() => {
    void fetchHints().then(setHints);
  }, []);
  usePolling(hints !== undefined, async () => {
    const found = await fetchMessages();
    if (found !== undefined) setMessages(found);
  });

  if (hints === undefined) return null;
  const news = Math.max(0, messages.length - seen);
  return (
    <aside class={isOpen ? 'aids open' : 'aids'} aria-label={words.title}>
      <button
        type="button"
        class="aids-toggle"
        aria-expanded={isOpen}
        onClick={() => {
          setOpen(!isOpen);
          setSeen(messages.length);
        }}
      >
        <svg width="20" height="20" viewBox="0 0 24 24" aria-hidden="true">
          <path d="M8.5 3.5h7A1.5 1.5 0 0 1 17 5v14a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 7 19V5a1.5 1.5 0 0 1 1.5-1.5ZM11 17.5h2" />
        </svg>
        {words.title}
        {!isOpen && news > 0 && <span class="count">{news}</span>}
      </button>
      {isOpen && (
        <div class="aids-body">
          <dl>
            <Hint label={words.account} value={hints.accountNumber} words={words} />
            <Hint label={words.phone} value={hints.phone} words={words} />
            {signIns(hints).map(({ logins, password }) => (
              <Hint key={password} label={`${words.sign}: ${logins.join(', ')}`} value={password} words={words} />
            ))}
          </dl>
          <h2>{words.phoneTitle}</h2>
          <div class="phone" role="log">
            {messages.length === 0 && <p class="empty">{words.noMessages}</p>}
            {messages.slice(0, 5).map((message) => (
              <p key={`${message.at}:${message.text}`} class="sms">
                {message.text}
                <small>
                  {message.phone} · {new Date(message.at).toLocaleTimeString(strings.locale, { hourCycle: 'h23' })}
                </small>
              </p>
            ))}
          </div>
          {hints.deskUrl !== undefined && (
            <a class="button quiet" href={hints.deskUrl}>
              {words.desk}
            </a>
          )}
        </div>
      )}
    </aside>
  );
}

/** The demo's people share a password, and one line. */
function signIns({ logins = [] }: DemoHints): { logins: string[]; password: string }[] {
  const passwords = [...new Set(logins.map(({ password }) => password))];
  return passwords.map((password) => ({
    password,
    logins: logins.filter((each) => each.password === password).map(({ login }) => login),
  }));
}

function Hint({ label, value, words }: { label: string; value: string; words: SiteStrings['demo'] }) {
  const [isCopied, setCopied] = useState(false);
  async function copy() {
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
    } catch {
      // Not a secure page, or refused: the number can still be marked and copied by hand.
      setCopied(false);
    }
  }
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <code>{value}</code>
        <button type="button" aria-label={`${words.copy} ${label}`} onClick={() => void copy()}>
          {isCopied ? words.copied : words.copy}
        </button>
      </dd>
    </div>
  );
}

/** Asks again and again while the page is in front. */
function usePolling(isOn: boolean, action: () => Promise<void>) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the action only sets state.
  useEffect(() => {
    if (!isOn) return;
    const poll = () => {
      if (document.visibilityState === 'visible') void action();
    };
    poll();
    const timer = setInterval(poll, POLL_MS);
    return () => clearInterval(timer);
  }, [isOn]);
}
