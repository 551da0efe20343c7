import { Alert } from 'antd';
import { useEffect, useRef } from 'react';
import type { ColleagueList, SessionItem } from '../../protocol/desk/session.ts';
import { useDesk } from '../app/desk-context.tsx';
import { useResource } from '../app/use-cell.ts';
import { LoadingRows } from '../states/loading-rows.tsx';
import { codeWord } from '../words/code-words.ts';
import { failureText } from '../words/failure-words.ts';
import { useWords } from '../words/words-context.tsx';

export type HandOnTarget =
  | { readonly kind: 'person'; readonly staffId: string; readonly full: boolean }
  | { readonly kind: 'skill'; readonly skill: Skill };
type Colleague = ColleagueList['colleagues'][number];
type Skill = SessionItem['skill'];

const SKILLS: readonly Skill[] = ['fault', 'billing', 'complaint', 'general'];

interface HandOnChoicesProps {
  readonly chosen: HandOnTarget | null;
  /** Who has the conversation. */
  readonly leftOut: string | null;
  /** Also those who have as many as they can take. */
  readonly beyondCapacity?: boolean;
  readonly onChoose: (to: HandOnTarget) => void;
}

/** To whom a conversation goes: a colleague at the desk, or the queue of a matter. */
export function HandOnChoices(props: HandOnChoicesProps) {
  const { chosen, onChoose } = props;
  const words = useWords();
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <>
      <fieldset className="choice-list">
        <legend>{words.transfer.toPerson}</legend>
        <Colleagues {...props} />
      </fieldset>
      <fieldset className="choice-list choice-row">
        <legend>{words.transfer.toSkill}</legend>
        {SKILLS.map((skill, index) => (
          <label key={skill}>
            <input
              type="radio"
              name="transfer-to"
              checked={chosen?.kind === 'skill' && chosen.skill === skill}
              ref={index === 0 ? first : null}
              onChange={() => onChoose({ kind: 'skill', skill })}
            />
            <span>{codeWord(words.codes.skill, skill)}</span>
          </label>
        ))}
      </fieldset>
    </>
  );
}

/** As the protocol has it. */
export function targetOf(to: HandOnTarget) {
  return to.kind === 'person' ? { kind: to.kind, staffId: to.staffId } : to;
}

function Colleagues({ chosen, leftOut, beyondCapacity = false, onChoose }: HandOnChoicesProps) {
  const words = useWords();
  const resource = useDesk().colleagues;
  const list = useResource(resource);
  useEffect(() => void resource.refresh(), [resource]);
  if (list.state === 'loading') return <LoadingRows rows={3} />;
  if (list.state === 'failed') return <Alert type="error" showIcon title={failureText(words, list.failure)} />;
  const others = list.value.colleagues.filter(({ id }) => id !== leftOut);
  if (others.length === 0) return <p className="soft">{words.transfer.nobody}</p>;
  return others.map((colleague) => {
    const full = colleague.load >= colleague.capacity;
    return (
      <ColleagueChoice
        key={colleague.id}
        colleague={colleague}
        full={full}
        off={full && !beyondCapacity}
        checked={chosen?.kind === 'person' && chosen.staffId === colleague.id}
        onChoose={() => onChoose({ kind: 'person', staffId: colleague.id, full })}
      />
    );
  });
}

interface ColleagueChoiceProps {
  readonly colleague: Colleague;
  readonly full: boolean;
  readonly off: boolean;
  readonly checked: boolean;
  readonly onChoose: () => void;
}

function ColleagueChoice({ colleague, full, off, checked, onChoose }: ColleagueChoiceProps) {
  const words = useWords();
  const { name, deskName, skills, load, capacity, available } = colleague;
  return (
    <label className={off ? 'choice-off' : undefined}>
      <input type="radio" name="transfer-to" checked={checked} disabled={off} onChange={onChoose} />
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
