import { App, Button, Popconfirm } from 'antd';
import type { Duty } from '../../protocol/desk/roster.ts';
import { useNow } from '../app/clock-context.tsx';
import { useDesk } from '../app/desk-context.tsx';
import { failureText } from '../words/failure-words.ts';
import { useWording, useWords } from '../words/words-context.tsx';

interface DutyTableProps {
  readonly duties: readonly Duty[];
  /** The id of the shift that is being changed. */
  readonly chosen: string | null;
  /** Null where the reader may change nothing. */
  readonly onChoose: ((duty: Duty) => void) | null;
}

/** Shifts in order; those that last now are marked. */
export function DutyTable({ duties, chosen, onChoose }: DutyTableProps) {
  const { roster: words } = useWords();
  return (
    <table className="duties">
      <thead>
        <tr>
          <th scope="col">{words.from}</th>
          <th scope="col">{words.until}</th>
          <th scope="col">{words.queue}</th>
          <th scope="col">{words.person}</th>
          {onChoose !== null && <th scope="col" aria-label={words.change} />}
        </tr>
      </thead>
      <tbody>
        {duties.map((duty) => (
          <DutyRow key={duty.id} duty={duty} chosen={duty.id === chosen} onChoose={onChoose} />
        ))}
      </tbody>
    </table>
  );
}

interface DutyRowProps {
  readonly duty: Duty;
  readonly chosen: boolean;
  readonly onChoose: DutyTableProps['onChoose'];
}

function DutyRow({ duty, chosen, onChoose }: DutyRowProps) {
  const { words, format } = useWording();
  const { roster } = words;
  const now = useNow();
  const lasts = duty.from <= now && now < duty.until;
  const remove = useRemove(duty.id);
  return (
    <tr className={lasts ? 'duty duty-now' : 'duty'} aria-current={chosen ? 'true' : undefined}>
      <td className="figures">{format.moment(duty.from)}</td>
      <td className="figures">{format.moment(duty.until)}</td>
      <td>{roster.queues[duty.queue]}</td>
      <td>
        {duty.name} {lasts && <span className="duty-mark">{roster.onDuty}</span>}
      </td>
      {onChoose !== null && (
        <td className="duty-actions">
          <Button size="small" onClick={() => onChoose(duty)}>
            {roster.change}
          </Button>
          <Popconfirm
            title={roster.removeSure}
            okText={roster.remove}
            cancelText={words.common.cancel}
            onConfirm={() => void remove()}
          >
            <Button size="small" danger>
              {roster.remove}
            </Button>
          </Popconfirm>
        </td>
      )}
    </tr>
  );
}

function useRemove(id: string): () => Promise<void> {
  const desk = useDesk();
  const words = useWords();
  const { message } = App.useApp();
  return async () => {
    const result = await desk.api.removeDuty(id);
    void desk.roster.refresh();
    if (result.ok) void message.success(words.roster.removed);
    else void message.error(failureText(words, result.failure));
  };
}
