import { Alert, Input } from 'antd';
import { type KeyboardEvent, useEffect, useState } from 'react';
import type { ColleagueList, SessionItem } from '../../protocol/desk/session.ts';
import { useDesk, useSeat } from '../app/desk-context.tsx';
import { Dialog } from '../app/dialog.tsx';
import { useResource } from '../app/use-cell.ts';
import { LoadingRows } from '../states/loading-rows.tsx';
import { codeWord } from '../words/code-words.ts';
import { failureText } from '../words/failure-words.ts';
import { useWords } from '../words/words-context.tsx';
import { submitOnCtrlEnter } from './submit-key.ts';
import { useSessionChange } from './use-session-change.ts';

interface DialogProps {
  readonly item: SessionItem;
  readonly open: boolean;
  readonly onDone: () => void;
}

type Colleague = ColleagueList['colleagues'][number];
type Target = { readonly kind: 'person'; readonly staffId: string } | { readonly kind: 'skill'; readonly skill: Skill };
type Skill = SessionItem['skill'];

const SKILLS: readonly Skill[] = ['fault', 'billing', 'complaint', 'general'];

/** Hands the conversation on with a note: to a colleague at the desk, or to the queue of a matter. */
export function TransferDialog({ item, open, onDone }: DialogProps) {
  const words = useWords();
  const desk = useDesk();
  const [to, setTo] = useState<Target | null>(null);
  const [note, setNote] = useState('');
  const { run, busy, failure } = useSessionChange(item, words.transfer.done, onDone);
  const ready = to !== null && note.trim() !== '';
  const submit = () => {
    if (to !== null && ready) void run(() => desk.api.transfer(item.id, { to, note: note.trim() }));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => submitOnCtrlEnter(submit)(event);

  return (
    <Dialog
      open={open}
      title={words.transfer.title}
      okText={words.transfer.submit}
      cancelText={words.common.cancel}
      confirmLoading={busy}
      okButtonProps={{ disabled: !ready }}
      onOk={submit}
      onCancel={onDone}
    >
      <form className="dialog-form" onKeyDown={onKeyDown} onSubmit={(event) => event.preventDefault()}>
        <fieldset className="choice-list">
          <legend>{words.transfer.toPerson}</legend>
          <Colleagues chosen={to} onChoose={setTo} />
        </fieldset>
        <fieldset className="choice-list choice-row">
          <legend>{words.transfer.toSkill}</legend>
          {SKILLS.map((skill, index) => (
            <label key={skill}>
              <input
                type="radio"
                name="transfer-to"
                checked={to?.kind === 'skill' && to.skill === skill}
                autoFocus={index === 0}
                onChange={() => setTo({ kind: 'skill', skill })}
              />
              <span>{codeWord(words.codes.skill, skill)}</span>
            </label>
          ))}
        </fieldset>
        <label htmlFor="transfer-note">{words.transfer.note}</label>
        <Input.TextArea
          id="transfer-note"
          rows={3}
          maxLength={2000}
          placeholder={words.transfer.notePlaceholder}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        {failure !== null && <Alert type="error" showIcon title={failureText(words, failure)} />}
      </form>
    </Dialog>
  );
}

function Colleagues({ chosen, onChoose }: { chosen: Target | null; onChoose: (to: Target) => void }) {
  const words = useWords();
  const { me } = useSeat();
  const resource = useDesk().colleagues;
  const list = useResource(resource);
  useEffect(() => void resource.refresh(), [resource]);
  if (list.state === 'loading') return <LoadingRows rows={3} />;
  if (list.state === 'failed') return <Alert type="error" showIcon title={failureText(words, list.failure)} />;
  const others = list.value.colleagues.filter(({ id }) => id !== me.staff.id);
  if (others.length === 0) return <p className="soft">{words.transfer.nobody}</p>;
  return others.map((colleague) => (
    <ColleagueChoice
      key={colleague.id}
      colleague={colleague}
      checked={chosen?.kind === 'person' && chosen.staffId === colleague.id}
      onChoose={() => onChoose({ kind: 'person', staffId: colleague.id })}
    />
  ));
}

interface ColleagueChoiceProps {
  readonly colleague: Colleague;
  readonly checked: boolean;
  readonly onChoose: () => void;
}

function ColleagueChoice({ colleague, checked, onChoose }: ColleagueChoiceProps) {
  const words = useWords();
  const { name, deskName, skills, load, capacity, available } = colleague;
  const full = load >= capacity;
  return (
    <label className={full ? 'choice-off' : undefined}>
      <input type="radio" name="transfer-to" checked={checked} disabled={full} onChange={onChoose} />
      <span>
        <strong>{deskName}</strong> {name}
        <small>{skills.map((skill) => codeWord(words.codes.skill, skill)).join(' · ')}</small>
      </span>
      <small className="choice-load">
        {full ? words.transfer.full : available ? words.transfer.load(load, capacity) : words.transfer.away}
      </small>
    </label>
  );
}
