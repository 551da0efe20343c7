import { Input } from 'antd';
import { useWords } from '../words/words-context.tsx';
import { FormField } from './form-field.tsx';
import type { DraftFaults, PointDraft } from './point-draft.ts';

interface ClosureFieldsProps {
  readonly draft: PointDraft;
  readonly shown: DraftFaults<PointDraft>;
  readonly change: (part: Partial<PointDraft>) => void;
}

/** A place that is closed for a while: from when, until when, and why. */
export function ClosureFields({ draft, shown, change }: ClosureFieldsProps) {
  const { places: words } = useWords();
  return (
    <fieldset className="place-closure">
      <legend>
        <label className="filter-mine">
          <input type="checkbox" checked={draft.closed} onChange={({ target }) => change({ closed: target.checked })} />
          {words.fields.closed}
        </label>
      </legend>
      {draft.closed && (
        <>
          <div className="place-pair">
            <FormField label={words.fields.closedFrom} fault={shown.closedFrom}>
              <Input
                type="date"
                value={draft.closedFrom}
                onChange={({ target }) => change({ closedFrom: target.value })}
              />
            </FormField>
            <FormField label={words.fields.closedUntil}>
              <Input
                type="date"
                value={draft.closedUntil}
                onChange={({ target }) => change({ closedUntil: target.value })}
              />
            </FormField>
          </div>
          <FormField label={words.fields.closedReason}>
            <Input
              maxLength={100}
              value={draft.closedReason}
              onChange={({ target }) => change({ closedReason: target.value })}
            />
          </FormField>
        </>
      )}
    </fieldset>
  );
}
