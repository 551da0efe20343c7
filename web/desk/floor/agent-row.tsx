import { DownOutlined, EyeOutlined, RightOutlined, SwapOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useId, useState } from 'react';
import type { FloorAgent, HeldSession } from '../../protocol/desk/floor.ts';
import { useNow } from '../app/clock-context.tsx';
import { hasRole, useSeat } from '../app/desk-context.tsx';
import { formatRoute } from '../app/route.ts';
import { codeWord } from '../words/code-words.ts';
import { customerLabel } from '../words/customer-label.ts';
import { agoText, clockText, spanText } from '../words/time-words.ts';
import { useWords } from '../words/words-context.tsx';
import { SeverityBadge } from '../workspace/severity-badge.tsx';
import { OccupancyBar } from './occupancy-bar.tsx';

interface AgentRowProps {
  readonly agent: FloorAgent;
  readonly onReassign: (held: HeldSession) => void;
}

/** One agent: state, skills, how full, the longest without an answer; unfolds what they have. */
export function AgentRow({ agent, onReassign }: AgentRowProps) {
  const words = useWords();
  const { floor } = words;
  const id = useId();
  const [open, setOpen] = useState(false);
  const [longest] = agent.sessions;
  return (
    <li className={`floor-agent floor-agent-${agent.state}`}>
      <button
        type="button"
        className="floor-agent-head"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <span className="floor-agent-fold">{open ? <DownOutlined /> : <RightOutlined />}</span>
        <span className="floor-agent-who">
          <strong>{agent.name}</strong> <span className="faint">{agent.deskName}</span>
          <small>
            {agent.skills.length === 0
              ? floor.everySkill
              : agent.skills.map((skill) => codeWord(words.codes.skill, skill)).join(' · ')}
          </small>
        </span>
        <AgentState agent={agent} />
        <OccupancyBar load={agent.load} capacity={agent.capacity} />
        <span className="floor-agent-silence">
          <Silence held={longest ?? null} />
          <LastMove at={agent.lastMoveAt} />
        </span>
      </button>
      {open && (
        <ul className="floor-held" id={id} aria-label={floor.show(agent.name)}>
          {agent.sessions.length === 0 && <li className="soft">{floor.nothingHeld}</li>}
          {agent.sessions.map((held) => (
            <HeldRow key={held.id} held={held} onReassign={() => onReassign(held)} />
          ))}
        </ul>
      )}
    </li>
  );
}

function AgentState({ agent: { state, since } }: { agent: FloorAgent }) {
  const words = useWords();
  const { floor } = words;
  const now = useNow();
  const lasted = since === null ? null : spanText(words, now - since);
  return (
    <span className={`floor-state floor-state-${state}`}>
      {floor.states[state]}
      {lasted !== null && <small>{state === 'gone' ? floor.seenAgo(lasted) : floor.since(lasted)}</small>}
    </span>
  );
}

function Silence({ held }: { held: HeldSession | null }) {
  const words = useWords();
  const now = useNow();
  if (held === null) return null;
  const { unansweredSince, level } = held;
  if (unansweredSince === null) return <span className="soft">{words.floor.noneSilent}</span>;
  return (
    <span className={`floor-level floor-level-${level}`}>
      {words.floor.silent(clockText(words, now - unansweredSince))}
    </span>
  );
}

function LastMove({ at }: { at: number | null }) {
  const words = useWords();
  const now = useNow();
  if (at === null) return null;
  return <small className="soft">{words.floor.lastMove(agoText(words, now - at))}</small>;
}

function HeldRow({ held, onReassign }: { held: HeldSession; onReassign: () => void }) {
  const words = useWords();
  const { me } = useSeat();
  return (
    <li>
      <a href={formatRoute({ page: 'conversations', sessionId: held.id, step: 'conversation' })}>
        <EyeOutlined aria-label={words.floor.watch} /> {customerLabel(words, held)}
      </a>
      {held.severity !== null && <SeverityBadge severity={held.severity} />}
      <span className="soft">
        {held.intent === null ? codeWord(words.codes.skill, held.skill) : codeWord(words.codes.intent, held.intent)}
      </span>
      <Silence held={held} />
      {hasRole(me, 'supervisor') && (
        <Button size="small" icon={<SwapOutlined />} onClick={onReassign}>
          {words.floor.reassign}
        </Button>
      )}
    </li>
  );
}
