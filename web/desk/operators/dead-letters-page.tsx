import { CheckCircleOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { DeadLetterList } from '../../protocol/desk/content.ts';
import { useDesk } from '../app/desk-context.tsx';
import { EmptyState } from '../states/empty-state.tsx';
import { ListPage } from '../states/list-page.tsx';
import { Loaded } from '../states/loaded.tsx';
import { codeWord } from '../words/code-words.ts';
import { failureText } from '../words/failure-words.ts';
import { useWording, useWords } from '../words/words-context.tsx';

/** What could not be handled or delivered, for operators. */
export function DeadLettersPage() {
  const desk = useDesk();
  const { deadLetters: words } = useWords();
  return (
    <ListPage title={words.title} lead={words.lead}>
      <Loaded resource={desk.deadLetters} rows={6}>
        {(letters) => <Letters letters={letters} />}
      </Loaded>
    </ListPage>
  );
}

function Letters({ letters: { inbound, outbound, webhooks } }: { letters: DeadLetterList }) {
  const { deadLetters: words } = useWords();
  if (inbound.length + outbound.length + webhooks.length === 0) {
    return <EmptyState icon={<CheckCircleOutlined />} title={words.empty} note={words.emptyNote} />;
  }
  return (
    <>
      <Group title={words.inbound} note={words.inboundNote} nothing={words.noInbound}>
        {inbound.map((letter) => (
          <Inbound key={inboundId(letter)} letter={letter} />
        ))}
      </Group>
      <Group title={words.outbound} nothing={words.noOutbound}>
        {outbound.map((letter) => (
          <Outbound key={letter.id} letter={letter} />
        ))}
      </Group>
      <Group title={words.webhooks} note={words.webhooksNote} nothing={words.noWebhooks}>
        {webhooks.map((letter) => (
          <Webhook key={letter.id} letter={letter} />
        ))}
      </Group>
    </>
  );
}

interface GroupProps {
  readonly title: string;
  readonly note?: string;
  readonly nothing: string;
  readonly children: readonly ReactNode[];
}

function Group({ title, note, nothing, children }: GroupProps) {
  return (
    <section className="letters">
      <h2>
        {title}
        <span className="count">{children.length}</span>
      </h2>
      {note !== undefined && <p className="faint">{note}</p>}
      {children.length === 0 ? <p className="faint">{nothing}</p> : <ul>{children}</ul>}
    </section>
  );
}

function Inbound({ letter }: { letter: DeadLetterList['inbound'][number] }) {
  const { words, format } = useWording();
  return (
    <li className="letter">
      <div>
        <strong>{words.deadLetters.message(letter.seq)}</strong>
        <span className="faint figures">
          {words.deadLetters.conversation} {letter.conversationId}
        </span>
      </div>
      <span className="faint">{words.deadLetters.tries(letter.tries)}</span>
      <time className="figures faint">{format.moment(letter.at)}</time>
      <Retry id={inboundId(letter)} />
    </li>
  );
}

function Outbound({ letter }: { letter: DeadLetterList['outbound'][number] }) {
  const { codes, deadLetters: words } = useWords();
  return (
    <li className="letter">
      <div>
        <strong>
          {codeWord(codes.channel, letter.channel)} · {words.message(letter.seq)}
        </strong>
        <LastError of={letter} />
        <span className="faint figures">
          {words.conversation} {letter.conversationId}
        </span>
      </div>
      <span className="faint">{words.tries(letter.tries)}</span>
      <Retry id={letter.id} />
    </li>
  );
}

function Webhook({ letter }: { letter: DeadLetterList['webhooks'][number] }) {
  const { words, format } = useWording();
  return (
    <li className="letter">
      <div>
        <strong>{words.deadLetters.webhook(letter)}</strong>
        <LastError of={letter} />
        {letter.number !== null && <span className="faint figures">{words.deadLetters.about(letter.number)}</span>}
      </div>
      <span className="faint">{words.deadLetters.tries(letter.tries)}</span>
      <time className="figures faint">{format.moment(letter.at)}</time>
      <Retry id={letter.id} />
    </li>
  );
}

function LastError({ of: { lastError } }: { of: { readonly lastError: string | null } }) {
  const { deadLetters: words } = useWords();
  return lastError === null ? (
    <span className="faint">{words.noError}</span>
  ) : (
    <span className="letter-error">{lastError}</span>
  );
}

function Retry({ id }: { id: string }) {
  const desk = useDesk();
  const words = useWords();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const retry = async () => {
    setBusy(true);
    const result = await desk.api.retryDeadLetter(id);
    setBusy(false);
    if (!result.ok) return void message.error(failureText(words, result.failure));
    void desk.deadLetters.refresh();
    void message.success(words.deadLetters.retried);
  };
  return (
    <Button size="small" loading={busy} onClick={() => void retry()}>
      {words.deadLetters.retry}
    </Button>
  );
}

/** Inbounds have no id of their own: conversation and seq name one. */
function inboundId({ conversationId, seq }: DeadLetterList['inbound'][number]): string {
  return `${conversationId}.${seq}`;
}
