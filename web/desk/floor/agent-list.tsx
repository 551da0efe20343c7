import { useState } from 'react';
import type { FloorAgent, HeldSession } from '../../protocol/desk/floor.ts';
import { useKey } from '../keys/keys-context.tsx';
import { useWords } from '../words/words-context.tsx';
import { AgentRow } from './agent-row.tsx';
import { ReassignDialog } from './reassign-dialog.tsx';

/** Who is on, in whose hands what is; each unfolds what they have. J and K go from one to the next. */
export function AgentList({ agents }: { agents: readonly FloorAgent[] }) {
  const { floor: words } = useWords();
  const [moving, setMoving] = useState<(HeldSession & { readonly agentId: string }) | null>(null);
  useKey('next', () => step(1));
  useKey('previous', () => step(-1));
  return (
    <section className="floor-part" aria-labelledby="floor-agents">
      <h2 id="floor-agents">
        {words.agents} <span className="count">{agents.length}</span>
      </h2>
      {agents.length === 0 && <p className="soft">{words.noAgents}</p>}
      <ul className="floor-agents">
        {agents.map((agent) => (
          <AgentRow key={agent.id} agent={agent} onReassign={(held) => setMoving({ ...held, agentId: agent.id })} />
        ))}
      </ul>
      {moving !== null && <ReassignDialog item={moving} open onDone={() => setMoving(null)} />}
    </section>
  );
}

/** Moves the focus among the agents. */
function step(by: number): void {
  const rows = [...document.querySelectorAll<HTMLElement>('.floor-agent-head')];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const next = at === -1 ? (by > 0 ? 0 : rows.length - 1) : Math.min(Math.max(at + by, 0), rows.length - 1);
  rows[next]?.focus();
}
