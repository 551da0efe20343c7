import { Input } from 'antd';
import { useEffect, useState } from 'react';
import type { HoursMeaning } from '../../protocol/desk/place.ts';
import { useDesk } from '../app/desk-context.tsx';
import { useWords } from '../words/words-context.tsx';
import { FormField } from './form-field.tsx';
import type { DraftFault } from './point-draft.ts';
import { WeekView } from './week-view.tsx';

interface HoursFieldProps {
  readonly value: string;
  readonly fault: DraftFault | undefined;
  readonly onChange: (hours: string) => void;
}

/** Milliseconds without typing, after which the server is asked what the hours mean. */
const REST = 250;

/** Opening hours, with the week that they mean shown as they are typed. */
export function HoursField({ value, fault, onChange }: HoursFieldProps) {
  const { places: words } = useWords();
  const meaning = useMeaning(value.trim());
  return (
    <>
      <FormField label={words.fields.hours} fault={fault} hint={words.hoursHint}>
        <Input.TextArea
          rows={2}
          maxLength={300}
          spellCheck={false}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      </FormField>
      <div className="place-hours" aria-live="polite">
        {meaning !== null &&
          (meaning.week === null ? (
            <p className="field-fault">{words.hoursWrong}</p>
          ) : (
            <WeekView week={meaning.week} exceptions={meaning.exceptions} />
          ))}
      </div>
    </>
  );
}

/** Null while nothing is typed, or nothing has been answered yet. */
function useMeaning(syntax: string): HoursMeaning | null {
  const desk = useDesk();
  const [meaning, setMeaning] = useState<HoursMeaning | null>(null);
  useEffect(() => {
    let current = true;
    if (syntax === '') {
      setMeaning(null);
      return undefined;
    }
    const ask = async () => {
      const result = await desk.api.openingHours(syntax);
      if (current && result.ok) setMeaning(result.value);
    };
    const waiting = setTimeout(() => void ask(), REST);
    return () => {
      current = false;
      clearTimeout(waiting);
    };
  }, [desk, syntax]);
  return meaning;
}
