import { App, Button } from 'antd';
import { useState } from 'react';
import type { FollowUpItem, FollowUpList, FollowUpMoveRequest } from '../../protocol/desk/rating.ts';
import { hasRole, useDesk, useSeat } from '../app/desk-context.tsx';
import { formatRoute } from '../app/route.ts';
import { failureText } from '../words/failure-words.ts';
import { useWording } from '../words/words-context.tsx';
import { CloseFollowUp } from './close-follow-up.tsx';
import { eventText } from './event-text.ts';

interface FollowUpCardProps {
  readonly item: FollowUpItem;
  readonly supervisors: FollowUpList['supervisors'];
  readonly onChanged: () => void;
}

/** One low rating: what was said of whom, who answers for it, and the way on. */
export function FollowUpCard({ item, supervisors, onChanged }: FollowUpCardProps) {
  const { words, format } = useWording();
  const { ratings } = words;
  const { me } = useSeat();
  const last = item.history.at(-1);
  return (
    <li className={`follow-up follow-up-${item.state}`}>
      <header>
        <strong className={`rating-score score-${item.score}`}>{ratings.score(item.score)}</strong>
        <span>{item.agent === null ? ratings.ofBot : ratings.ofPerson(item.agent.name)}</span>
        <time className="faint figures">{format.moment(item.openedAt)}</time>
        <span className="follow-up-state">{ratings.states[item.state]}</span>
      </header>
      <p className="follow-up-words">{item.words ?? <span className="faint">{ratings.noWords}</span>}</p>
      <p className="soft">
        {ratings.responsible} <strong>{item.responsible?.name ?? ratings.nobody}</strong>
        {last !== undefined && last.type !== 'responsible' && (
          <span className="faint"> · {eventText(ratings, last)}</span>
        )}
      </p>
      <footer>
        <a href={formatRoute({ page: 'conversations', sessionId: item.sessionId, step: 'conversation' })}>
          {ratings.conversation}
        </a>
        {item.state !== 'closed' && hasRole(me, 'supervisor') && (
          <Moves item={item} supervisors={supervisors} onChanged={onChanged} />
        )}
      </footer>
      <details>
        <summary className="faint">{ratings.history}</summary>
        <ol>
          {item.history.map((event) => (
            <li key={`${event.at} ${event.type} ${event.actor}`}>
              <time className="faint figures">{format.moment(event.at)}</time> {eventText(ratings, event)}
            </li>
          ))}
        </ol>
      </details>
    </li>
  );
}

function Moves({ item, supervisors, onChanged }: FollowUpCardProps) {
  const words = useWording().words;
  const { ratings } = words;
  const desk = useDesk();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const [closing, setClosing] = useState(false);
  const others = supervisors.filter(({ id }) => id !== item.responsible?.id && id !== item.agent?.id);
  const move = async (request: FollowUpMoveRequest) => {
    setBusy(true);
    const result = await desk.api.moveFollowUp(item.sessionId, request);
    setBusy(false);
    if (result.ok) void message.success(ratings.done);
    else void message.error(failureText(words, result.failure));
    setClosing(false);
    onChanged();
  };
  const { version } = item;
  return (
    <div className="follow-up-moves">
      {item.state === 'open' && (
        <Button size="small" type="primary" loading={busy} onClick={() => void move({ to: 'in_hand', version })}>
          {ratings.takeInHand}
        </Button>
      )}
      {others.length > 0 && (
        <select
          className="select"
          aria-label={ratings.handOn}
          value=""
          disabled={busy}
          onChange={({ target }) => void move({ to: 'handed_on', staffId: target.value, version })}
        >
          <option value="" disabled>
            {ratings.handOn}
          </option>
          {others.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
      <Button size="small" disabled={busy} onClick={() => setClosing(true)}>
        {ratings.close}
      </Button>
      <CloseFollowUp
        open={closing}
        busy={busy}
        onCancel={() => setClosing(false)}
        onClose={({ outcome, note }) => void move({ to: 'closed', outcome, note, version })}
      />
    </div>
  );
}
