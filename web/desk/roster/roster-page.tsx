import { CalendarOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { DUTY_QUEUES, type Duty, type Roster } from '../../protocol/desk/roster.ts';
import { useDesk } from '../app/desk-context.tsx';
import { EmptyState } from '../states/empty-state.tsx';
import { ListPage } from '../states/list-page.tsx';
import { Loaded } from '../states/loaded.tsx';
import { useWords } from '../words/words-context.tsx';
import { DutyForm } from './duty-form.tsx';
import { DutyTable } from './duty-table.tsx';

/** Who is on duty for what, now and in the coming fortnight; edited by those who may. */
export function RosterPage() {
  const desk = useDesk();
  const { roster: words } = useWords();
  return (
    <ListPage title={words.title} lead={words.lead} className="roster">
      <Loaded resource={desk.roster} rows={8}>
        {(roster) => <Shifts roster={roster} />}
      </Loaded>
    </ListPage>
  );
}

function Shifts({ roster }: { roster: Roster }) {
  const { roster: words } = useWords();
  const [chosen, setChosen] = useState<Duty | null>(null);
  const mayEdit = roster.people.length > 0;
  return (
    <>
      <OnDuty now={roster.now} />
      {mayEdit && (
        <DutyForm key={chosen?.id ?? 'new'} people={roster.people} chosen={chosen} onDone={() => setChosen(null)} />
      )}
      {roster.duties.length === 0 ? (
        <EmptyState icon={<CalendarOutlined />} title={words.empty} note={words.emptyNote} />
      ) : (
        <DutyTable duties={roster.duties} chosen={chosen?.id ?? null} onChoose={mayEdit ? setChosen : null} />
      )}
      {roster.more && <p className="list-end faint">{words.more}</p>}
    </>
  );
}

function OnDuty({ now }: Pick<Roster, 'now'>) {
  const { roster: words, common } = useWords();
  return (
    <section className="on-duty" aria-label={words.now}>
      <h2>{words.now}</h2>
      <dl>
        {DUTY_QUEUES.map((queue) => (
          <div key={queue}>
            <dt>{words.queues[queue]}</dt>
            <dd>
              {now[queue].length === 0 ? (
                <span className="faint">{words.nobody}</span>
              ) : (
                <strong>{common.list(now[queue])}</strong>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
