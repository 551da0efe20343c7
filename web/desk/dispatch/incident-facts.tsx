import type { ReactNode } from 'react';
import type { Eta, IncidentItem } from '../../protocol/desk/incident.ts';
import { formatRoute } from '../app/route.ts';
import { TicketClockMark } from '../tickets/ticket-clock-mark.tsx';
import { codeWord } from '../words/code-words.ts';
import { useWording, useWords } from '../words/words-context.tsx';
import { Part } from '../workspace/context-part.tsx';

/** Who goes, when supply is expected back and by whose word, who answers for it. */
export function IncidentFacts({ incident }: { incident: IncidentItem }) {
  const { words, format } = useWording();
  const { dispatch, common, codes } = words;
  const { crew, eta, cause, responsible, criticalSites, lifeSupport, chases, openedAt, restoredAt, updatedAt } =
    incident;
  const sites = criticalSites.map((site) => codeWord(dispatch.sites, site));
  return (
    <Part title={dispatch.facts}>
      <dl className="facts incident-facts">
        <Fact label={dispatch.crew}>{crew ?? <span className="board-lack">{dispatch.noCrew}</span>}</Fact>
        <Fact label={dispatch.eta}>
          {eta === null ? <span className="faint">{dispatch.noEta}</span> : <EtaLine eta={eta} />}
        </Fact>
        <Fact label={dispatch.clock}>
          <ClockLine clock={incident.clock} />
        </Fact>
        <Fact label={dispatch.responsible}>{codeWord(codes.role, responsible)}</Fact>
        {sites.length > 0 && <Fact label={dispatch.criticalSites}>{common.list(sites)}</Fact>}
        {lifeSupport > 0 && <Fact label={dispatch.onLifeSupport}>{dispatch.customers(lifeSupport)}</Fact>}
        {chases > 0 && <Fact label={words.tickets.chases}>{words.tickets.times(chases)}</Fact>}
        {cause !== null && <Fact label={dispatch.cause}>{codeWord(dispatch.causes, cause)}</Fact>}
        <Fact label={dispatch.openedAt}>{format.moment(openedAt)}</Fact>
        {restoredAt !== null && <Fact label={dispatch.restoredAt}>{format.moment(restoredAt)}</Fact>}
        <Fact label={dispatch.updatedAt}>{format.moment(updatedAt)}</Fact>
      </dl>
    </Part>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function EtaLine({ eta: { at, source, setAt, setBy } }: { eta: Eta }) {
  const { words, format } = useWording();
  const { dispatch } = words;
  const from = codeWord(dispatch.etaSources, source);
  return (
    <>
      <strong className="figures">{format.moment(at)}</strong>
      <br />
      <span className="faint">
        {setBy === null
          ? dispatch.etaFrom(from, format.moment(setAt))
          : dispatch.etaBy(setBy, from, format.moment(setAt))}
      </span>
    </>
  );
}

function ClockLine({ clock }: Pick<IncidentItem, 'clock'>) {
  const { dispatch, tickets } = useWords();
  if (clock === null) return <span className="faint">{dispatch.noClock}</span>;
  return (
    <>
      {tickets.clock[clock.name]} <TicketClockMark clock={clock} />{' '}
      <a className="figures" href={formatRoute({ page: 'tickets', number: clock.ticketNumber })}>
        {clock.ticketNumber}
      </a>
    </>
  );
}
