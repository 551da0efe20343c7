import {
  ArrowLeftOutlined,
  CloseOutlined,
  ProfileOutlined,
  SafetyCertificateOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import { Button } from 'antd';
import type { SessionDetail } from '../../protocol/desk/session.ts';
import { useDesk } from '../app/desk-context.tsx';
import { formatRoute } from '../app/route.ts';
import { EmptyState } from '../states/empty-state.tsx';
import { Loaded } from '../states/loaded.tsx';
import { codeWord, reasonWord } from '../words/code-words.ts';
import { useWording, useWords } from '../words/words-context.tsx';
import { AccountBills } from './account-bills.tsx';
import { Part } from './context-part.tsx';
import { FaultFacts } from './fault-facts.tsx';
import { SeverityBadge } from './severity-badge.tsx';

interface ContextPaneProps {
  readonly sessionId: string | null;
  readonly onQuote: (seq: number) => void;
  readonly onClose: () => void;
}

/** The story so far, for whoever takes over. */
export function ContextPane({ sessionId, onQuote, onClose }: ContextPaneProps) {
  const { context, conversation } = useWords();
  return (
    <aside className="pane context-pane" aria-label={context.title}>
      <header className="pane-head">
        <Button
          className="phone-only"
          type="text"
          icon={<ArrowLeftOutlined />}
          aria-label={conversation.back}
          onClick={onClose}
        />
        <h1>{context.title}</h1>
        <Button
          className="wide-only"
          type="text"
          icon={<CloseOutlined />}
          aria-label={conversation.context}
          onClick={onClose}
        />
      </header>
      <div className="context-body">
        {sessionId === null ? (
          <EmptyState icon={<ProfileOutlined />} title={context.title} note={context.nothing} />
        ) : (
          <Context key={sessionId} sessionId={sessionId} onQuote={onQuote} />
        )}
      </div>
    </aside>
  );
}

function Context({ sessionId, onQuote }: { sessionId: string; onQuote: (seq: number) => void }) {
  return (
    <Loaded resource={useDesk().session(sessionId)} rows={9}>
      {(detail) => (
        <>
          <Severity detail={detail} />
          <Note detail={detail} />
          <Wish detail={detail} onQuote={onQuote} />
          <FaultFacts detail={detail} onQuote={onQuote} />
          <Account detail={detail} />
          <Gathered detail={detail} />
          <Tickets detail={detail} />
          <Service detail={detail} />
          <Earlier detail={detail} />
        </>
      )}
    </Loaded>
  );
}

function Severity({ detail }: { detail: SessionDetail }) {
  const words = useWords();
  const { severity, reasons } = detail.summary;
  if (severity === null) return null;
  return (
    <section className={`context-severity tint-${severity}`}>
      <header>
        <SeverityBadge severity={severity} strong />
        <span>{words.codes.severityNote[severity]}</span>
      </header>
      <ul aria-label={words.context.reasons}>
        {reasons.map((reason) => (
          <li key={reason}>{reasonWord(words, reason)}</li>
        ))}
      </ul>
    </section>
  );
}

/** What whoever had it before wants the next to know: not to be overlooked. */
function Note({ detail }: { detail: SessionDetail }) {
  const { context } = useWords();
  const { note } = detail.summary.gathered;
  if (note === undefined) return null;
  return (
    <section className="context-note">
      <h2>{context.note}</h2>
      <p>{note}</p>
    </section>
  );
}

function Wish({ detail, onQuote }: { detail: SessionDetail; onQuote: (seq: number) => void }) {
  const words = useWords();
  const { intent, firstWords, handoffReason, misunderstood, mood } = detail.summary;
  return (
    <Part title={words.context.summary}>
      <p className="context-wish">{intent === null ? words.common.unknown : codeWord(words.codes.intent, intent)}</p>
      {firstWords !== null && <blockquote title={words.context.firstWords}>{firstWords}</blockquote>}
      {handoffReason !== null && (
        <dl className="facts">
          <div>
            <dt>{words.context.handoff}</dt>
            <dd>{codeWord(words.codes.handoff, handoffReason)}</dd>
          </div>
        </dl>
      )}
      {mood !== null && (
        <p className={`context-mood mood-${mood.mood}`}>
          <button type="button" title={words.context.quote} onClick={() => onQuote(mood.seq)}>
            {words.context.mood[mood.mood]}
          </button>
        </p>
      )}
      {misunderstood > 0 && (
        <p className="context-warning">
          <WarningOutlined /> {words.context.misunderstood(misunderstood)}
        </p>
      )}
    </Part>
  );
}

function Account({ detail }: { detail: SessionDetail }) {
  const { context } = useWords();
  const { account } = detail.summary;
  return (
    <Part title={context.account}>
      {account === null ? (
        <p className="faint">{context.noAccount}</p>
      ) : (
        <>
          <p className="context-account">
            <span className="figures">{account.number}</span>
            <span className={account.verified ? 'verified' : 'unverified'}>
              {account.verified ? <SafetyCertificateOutlined /> : <WarningOutlined />}{' '}
              {account.verified ? context.verified : context.unverified}
            </span>
          </p>
          {account.verified && <AccountBills sessionId={detail.session.id} />}
        </>
      )}
    </Part>
  );
}

function Gathered({ detail }: { detail: SessionDetail }) {
  const words = useWords();
  const fields = Object.entries(detail.summary.gathered).filter(([name]) => name !== 'note');
  return (
    <Part title={words.context.gathered}>
      {fields.length === 0 ? (
        <p className="faint">{words.context.nothingGathered}</p>
      ) : (
        <dl className="facts">
          {fields.map(([name, value]) => (
            <div key={name}>
              <dt>{codeWord(words.codes.field, name)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </Part>
  );
}

function Tickets({ detail }: { detail: SessionDetail }) {
  const { context } = useWords();
  const { ticketNumbers } = detail.summary;
  return (
    <Part title={context.tickets}>
      {ticketNumbers.length === 0 && <p className="faint">{context.noTickets}</p>}
      {ticketNumbers.map((number) => (
        <a key={number} className="ticket-link figures" href={formatRoute({ page: 'tickets', number })}>
          <ProfileOutlined /> {number}
        </a>
      ))}
    </Part>
  );
}

function Service({ detail }: { detail: SessionDetail }) {
  const { words, format } = useWording();
  const { context, codes } = words;
  const { channel, language, openedAt, skill } = detail.session;
  const facts = [
    [context.opened, format.moment(openedAt)],
    [context.channel, codeWord(codes.channel, channel)],
    [context.language, language === null ? words.common.unknown : codeWord(codes.language, language)],
    [context.skill, codeWord(codes.skill, skill)],
  ];
  return (
    <Part title={context.service}>
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}

function Earlier({ detail }: { detail: SessionDetail }) {
  const { words, format } = useWording();
  return (
    <Part title={words.context.earlier}>
      {detail.earlier.length === 0 && <p className="faint">{words.context.noEarlier}</p>}
      <ul className="earlier">
        {detail.earlier.map(({ id, openedAt, intent, disposition }) => (
          <li key={id}>
            <time className="figures">{format.moment(openedAt)}</time>
            <span>{intent === null ? words.common.unknown : codeWord(words.codes.intent, intent)}</span>
            <span className="faint">
              {disposition === null ? words.context.notDisposed : codeWord(words.codes.disposition, disposition)}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}
