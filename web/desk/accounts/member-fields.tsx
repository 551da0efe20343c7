import { Checkbox, Input, InputNumber } from 'antd';
import { useId } from 'react';
import { type MemberAdd, STAFF_LANGUAGES, STAFF_SKILLS } from '../../protocol/desk/account.ts';
import { ROLES } from '../../protocol/desk/staff.ts';
import { useWords } from '../words/words-context.tsx';

export type MemberDraft = Omit<MemberAdd, 'login'>;

export const BLANK_MEMBER: MemberDraft = {
  name: '',
  deskName: '',
  roles: ['agent'],
  skills: ['general'],
  languages: [],
  capacity: 4,
};

export function isWhole({ name, deskName, roles }: MemberDraft): boolean {
  return name.trim() !== '' && deskName.trim() !== '' && roles.length > 0;
}

interface MemberFieldsProps {
  readonly draft: MemberDraft;
  readonly onChange: (draft: MemberDraft) => void;
}

/** Who somebody is at the desk, and what they are given. */
export function MemberFields({ draft, onChange }: MemberFieldsProps) {
  const { accounts, codes } = useWords();
  const { staff } = accounts;
  const id = useId();
  const roleWords: Readonly<Record<string, string>> = codes.role;
  return (
    <>
      <label htmlFor={`${id}-name`}>{staff.name}</label>
      <Input
        id={`${id}-name`}
        maxLength={100}
        value={draft.name}
        onChange={({ target }) => onChange({ ...draft, name: target.value })}
      />
      <label htmlFor={`${id}-desk`}>{staff.deskName}</label>
      <Input
        id={`${id}-desk`}
        maxLength={50}
        value={draft.deskName}
        onChange={({ target }) => onChange({ ...draft, deskName: target.value })}
      />
      <Choice
        title={staff.roles}
        codes={ROLES}
        word={(role) => roleWords[role] ?? role}
        chosen={draft.roles}
        onChange={(roles) => onChange({ ...draft, roles })}
      />
      <Choice
        title={staff.skills}
        codes={STAFF_SKILLS}
        word={(skill) => staff.skill[skill]}
        chosen={draft.skills}
        onChange={(skills) => onChange({ ...draft, skills })}
      />
      <Choice
        title={staff.languages}
        hint={staff.languagesHint}
        codes={STAFF_LANGUAGES}
        word={(language) => staff.spoken[language]}
        chosen={draft.languages}
        onChange={(languages) => onChange({ ...draft, languages })}
      />
      <label htmlFor={`${id}-capacity`}>{staff.capacity}</label>
      <InputNumber
        id={`${id}-capacity`}
        min={1}
        max={50}
        precision={0}
        value={draft.capacity}
        onChange={(capacity) => onChange({ ...draft, capacity: capacity ?? 1 })}
      />
    </>
  );
}

interface ChoiceProps<T extends string> {
  readonly title: string;
  readonly hint?: string;
  readonly codes: readonly T[];
  readonly word: (code: T) => string;
  readonly chosen: readonly T[];
  readonly onChange: (chosen: T[]) => void;
}

function Choice<T extends string>({ title, hint, codes, word, chosen, onChange }: ChoiceProps<T>) {
  return (
    <fieldset className="choice">
      <legend>
        {title} {hint !== undefined && <span className="faint">{hint}</span>}
      </legend>
      {codes.map((code) => (
        <Checkbox
          key={code}
          checked={chosen.includes(code)}
          onChange={({ target }) =>
            onChange(codes.filter((one) => (one === code ? target.checked : chosen.includes(one))))
          }
        >
          {word(code)}
        </Checkbox>
      ))}
    </fieldset>
  );
}
