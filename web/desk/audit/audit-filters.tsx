import { Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import type { AuditFilter } from '../api/calls/service-calls.ts';
import { useWords } from '../words/words-context.tsx';

interface AuditFiltersProps {
  readonly filter: AuditFilter;
  readonly onChange: (filter: AuditFilter) => void;
}

/** Of what to show entries: a customer's account, a person, an action, a subject. */
export function AuditFilters({ filter, onChange }: AuditFiltersProps) {
  const { audit: words } = useWords();
  const [draft, setDraft] = useState(filter);
  useEffect(() => setDraft(filter), [filter]);
  const given = (text: string) => (text.trim() === '' ? null : text.trim());
  return (
    <form
      className="audit-filters"
      onSubmit={(event) => {
        event.preventDefault();
        onChange(draft);
      }}
    >
      <label htmlFor="audit-account">
        {words.account}
        <Input
          id="audit-account"
          inputMode="numeric"
          placeholder={words.accountHint}
          maxLength={16}
          value={draft.account ?? ''}
          onChange={({ target }) => setDraft({ ...draft, account: given(target.value) })}
        />
      </label>
      <label htmlFor="audit-actor">
        {words.actor}
        <Input
          id="audit-actor"
          maxLength={100}
          value={draft.actor ?? ''}
          onChange={({ target }) => setDraft({ ...draft, actor: given(target.value) })}
        />
      </label>
      <label htmlFor="audit-action">
        {words.action}
        <select
          id="audit-action"
          className="select"
          value={draft.action ?? ''}
          onChange={({ target }) => onChange({ ...draft, action: given(target.value) })}
        >
          <option value="">{words.allActions}</option>
          {Object.entries(words.actions).map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label htmlFor="audit-subject">
        {words.subject}
        <Input
          id="audit-subject"
          maxLength={200}
          value={draft.subject ?? ''}
          onChange={({ target }) => setDraft({ ...draft, subject: given(target.value) })}
        />
      </label>
      <div className="audit-filter-buttons">
        <Button type="primary" htmlType="submit">
          {words.search}
        </Button>
        <Button onClick={() => onChange({ account: null, actor: null, action: null, subject: null })}>
          {words.reset}
        </Button>
      </div>
    </form>
  );
}
