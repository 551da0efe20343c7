import { Checkbox } from 'antd';
import type { LearningLabel } from '../../protocol/desk/learning.ts';
import { useWords } from '../words/words-context.tsx';
import { CodeSelect } from './code-select.tsx';

type Fault = NonNullable<LearningLabel['fault']>;

interface FaultFieldsProps {
  readonly fault: Fault;
  readonly disabled: boolean;
  readonly onChange: (fault: Fault) => void;
}

/** The fault frame: what the words say of supply, danger and people. */
export function FaultFields({ fault, disabled, onChange }: FaultFieldsProps) {
  const { codes, context } = useWords();
  const sets = [
    { name: 'hazards', title: context.hazards, words: codes.hazard },
    { name: 'people', title: context.people, words: codes.people },
    { name: 'site', title: context.site, words: codes.site },
  ] as const;
  return (
    <div className="learning-fault">
      <div className="learning-pair">
        <label htmlFor="label-class">
          {context.class}
          <CodeSelect
            id="label-class"
            value={fault.class}
            codes={codes.class}
            onChange={(value) => onChange({ ...fault, class: value ?? fault.class })}
          />
        </label>
        <label htmlFor="label-scope">
          {context.scope}
          <CodeSelect
            id="label-scope"
            value={fault.scope}
            codes={codes.scope}
            onChange={(value) => onChange({ ...fault, scope: value ?? fault.scope })}
          />
        </label>
      </div>
      <Checkbox
        disabled={disabled}
        checked={fault.no_power}
        onChange={({ target }) => onChange({ ...fault, no_power: target.checked })}
      >
        {codes.fact.no_power}
      </Checkbox>
      {sets.map(({ name, title, words }) => (
        <fieldset key={name} className="learning-set">
          <legend>{title}</legend>
          {Object.entries(words).map(([code, word]) => (
            <Checkbox
              key={code}
              disabled={disabled}
              checked={fault[name].includes(code)}
              onChange={({ target }) => onChange({ ...fault, [name]: changed(fault[name], code, target.checked) })}
            >
              {word}
            </Checkbox>
          ))}
        </fieldset>
      ))}
    </div>
  );
}

function changed(set: readonly string[], code: string, holds: boolean): string[] {
  return holds ? [...set, code] : set.filter((one) => one !== code);
}
