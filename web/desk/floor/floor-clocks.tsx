import { PhoneOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { Floor } from '../../protocol/desk/floor.ts';
import { useNow } from '../app/clock-context.tsx';
import { formatRoute } from '../app/route.ts';
import { codeWord } from '../words/code-words.ts';
import { clockText, spanText } from '../words/time-words.ts';
import { useWords } from '../words/words-context.tsx';
import { SeverityBadge } from '../workspace/severity-badge.tsx';

/** What is about to run out or has: who waits, tickets, promised calls; each leads to where it is dealt with. */
export function FloorClocks({ floor: { late, tickets, calls } }: { floor: Floor }) {
  const words = useWords();
  const { floor, codes } = words;
  const now = useNow();
  return (
    <section className="floor-part" aria-labelledby="floor-clocks">
      <h2 id="floor-clocks">
        {floor.clocks} <span className="count">{late.length + tickets.length + calls.length}</span>
      </h2>
      {late.length + tickets.length + calls.length === 0 && <p className="soft">{floor.noClocks}</p>}
      <ul className="floor-clocks">
        {late.map(({ id, severity, skill, queuedAt, level }) => (
          <ClockRow
            key={id}
            href={formatRoute({ page: 'conversations', sessionId: id, step: 'conversation' })}
            severity={severity}
            title={codeWord(codes.skill, skill)}
            level={level}
            clock={floor.lateWaiting(clockText(words, now - (queuedAt ?? now)))}
          />
        ))}
        {tickets.map(({ id, number, severity, place, clock, level, dueAt, responsible }) => (
          <ClockRow
            key={id}
            href={formatRoute({ page: 'tickets', number })}
            severity={severity}
            title={number}
            beside={[place, responsible ?? floor.nobody].filter((part) => part !== null).join(' · ')}
            level={level}
            clock={`${codeWord(floor.clock, clock)} ${
              now >= dueAt ? floor.overBy(spanText(words, now - dueAt)) : floor.dueIn(spanText(words, dueAt - now))
            }`}
          />
        ))}
        {calls.map(({ ticketNumber, severity, until, responsible }) => (
          <ClockRow
            key={ticketNumber}
            href={formatRoute({ page: 'tickets', number: ticketNumber })}
            icon={<PhoneOutlined />}
            severity={severity}
            title={ticketNumber}
            beside={responsible ?? floor.nobody}
            level="breach"
            clock={floor.callLate(spanText(words, now - until))}
          />
        ))}
      </ul>
    </section>
  );
}

interface ClockRowProps {
  readonly href: string;
  readonly icon?: ReactNode;
  readonly severity: Floor['late'][number]['severity'];
  readonly title: string;
  readonly beside?: string;
  readonly level: 'warn' | 'breach';
  readonly clock: string;
}

function ClockRow({ href, icon, severity, title, beside, level, clock }: ClockRowProps) {
  return (
    <li>
      <a href={href}>
        {severity !== null && <SeverityBadge severity={severity} />}
        <strong className="figures">
          {icon} {title}
        </strong>
        <span className={`floor-level floor-level-${level} figures`}>{clock}</span>
        {beside !== undefined && beside !== '' && <small className="soft">{beside}</small>}
      </a>
    </li>
  );
}
