import { Alert, Button } from 'antd';
import type { IncidentAskingShown, IncidentDetail } from '../../protocol/desk/incident.ts';
import { useDesk } from '../app/desk-context.tsx';
import { KeyCaps } from '../keys/key-caps.tsx';
import { useKey } from '../keys/keys-context.tsx';
import { codeWord } from '../words/code-words.ts';
import { failureText } from '../words/failure-words.ts';
import { useWording, useWords } from '../words/words-context.tsx';
import { Part } from '../workspace/context-part.tsx';
import { useIncidentChange } from './use-incident-change.ts';

/** Who was asked whether they have power and what came of it, what asking would tell, and the way to start or stop it. */
export function AskingPart({ detail }: { detail: IncidentDetail }) {
  const { dispatch } = useWords();
  const { asking } = detail;
  const idle = asking?.state === 'settled' && asking.asked === 0;
  if (asking === null || asking.state === 'off' || idle) return null;
  const words = dispatch.asking;
  return (
    <Part title={words.title}>
      <p className="asking-state">{codeWord(words.states, asking.state)}</p>
      {asking.wouldTell > 0 && <p>{words.wouldTell(asking.wouldTell)}</p>}
      {asking.wouldTell === 0 && asking.asked === 0 && <p className="faint">{words.nobody}</p>}
      {asking.asked > 0 && <Sums asking={asking} />}
      {detail.moves.includes('asking') && <Switch detail={detail} asks={isStarted(asking)} />}
      {asking.people.length > 0 && <People asking={asking} />}
    </Part>
  );
}

function isStarted({ state }: IncidentAskingShown): boolean {
  return state === 'asking' || state === 'night' || state === 'enough';
}

const COUNTED = ['asked', 'on', 'dark', 'other', 'silent', 'waiting'] as const;

function Sums({ asking }: { asking: IncidentAskingShown }) {
  const { asking: words } = useWords().dispatch;
  return (
    <dl className="asking-sums">
      {COUNTED.filter((count) => count === 'asked' || asking[count] > 0).map((count) => (
        <div key={count} className="asking-sum">
          <dt>{words.counts[count]}</dt>
          <dd className="figures">{asking[count]}</dd>
        </div>
      ))}
    </dl>
  );
}

function Switch({ detail: { incident }, asks }: { detail: IncidentDetail; asks: boolean }) {
  const words = useWords();
  const { asking } = words.dispatch;
  const desk = useDesk();
  const change = useIncidentChange(incident.number);
  const decide = () =>
    void change.run({
      send: (version) => desk.api.moveIncident(incident.number, 'asking', { asks: !asks, version }),
      done: asks ? asking.stopped : asking.started,
    });
  useKey('askBack', decide);
  return (
    <>
      <Button className="asking-switch" loading={change.busy} onClick={decide}>
        {asks ? asking.stop : asking.start}
        <KeyCaps action="askBack" />
      </Button>
      {change.failure !== null && <Alert type="error" showIcon title={failureText(words, change.failure)} />}
    </>
  );
}

function People({ asking }: { asking: IncidentAskingShown }) {
  const { words: all, format } = useWording();
  const { asking: words } = all.dispatch;
  return (
    <details className="asking-people">
      <summary>{words.people}</summary>
      <ul>
        {asking.people.map(({ account, answer, askedAt }) => (
          <li key={`${account} ${askedAt}`}>
            <span className="figures">{account}</span> {codeWord(words.answers, answer)}{' '}
            <time className="faint figures">{format.moment(askedAt)}</time>
          </li>
        ))}
      </ul>
    </details>
  );
}
