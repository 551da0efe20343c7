import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import type { LearningItem, LearningLabel } from '../../protocol/desk/learning.ts';
import { useWords } from '../words/words-context.tsx';
import { submitOnCtrlEnter } from '../workspace/submit-key.ts';
import { CodeSelect } from './code-select.tsx';
import { FaultFields } from './fault-fields.tsx';
import {
  draftOf,
  type LabelDraft,
  labelOf,
  NO_FACTS,
  type NumberSlot,
  strangeWords,
  WORD_SLOTS,
} from './label-draft.ts';

interface LabelFormProps {
  readonly item: LearningItem;
  readonly busy: boolean;
  readonly onLabel: (label: LearningLabel) => void;
  readonly onDiscard: () => void;
  readonly onReopen: () => void;
}

/** Says what a message means: filled in with the guess, so that what is right needs no more than a click. */
export function LabelForm({ item, busy, onLabel, onDiscard, onReopen }: LabelFormProps) {
  const { learning: words, codes } = useWords();
  const [draft, setDraft] = useState(() => draftOf(item));
  const change = (part: Partial<LabelDraft>) => setDraft({ ...draft, ...part });
  const open = item.state === 'open';
  const strange = strangeWords(item.text, draft);
  const label = () => {
    if (open && strange.length === 0) onLabel(labelOf(draft));
  };
  return (
    <form
      className="learning-form"
      aria-label={words.label}
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={submitOnCtrlEnter(label)}
    >
      <fieldset disabled={!open}>
        <div className="learning-pair">
          <label htmlFor="label-intent">
            {words.intent}
            <CodeSelect
              id="label-intent"
              value={draft.intent}
              codes={codes.intent}
              onChange={(intent) => change({ intent: intent ?? draft.intent })}
            />
          </label>
          <label htmlFor="label-language">
            {words.language}
            <CodeSelect
              id="label-language"
              value={draft.language}
              codes={codes.language}
              onChange={(language) => change({ language: language ?? draft.language })}
            />
          </label>
        </div>
        <Checkbox
          disabled={!open}
          checked={draft.fault !== null}
          onChange={({ target }) => change({ fault: target.checked ? NO_FACTS : null })}
        >
          {words.fault}
        </Checkbox>
        {draft.fault !== null && (
          <FaultFields fault={draft.fault} disabled={!open} onChange={(fault) => change({ fault })} />
        )}
        <SlotFields draft={draft} strange={strange} disabled={!open} onChange={change} />
      </fieldset>
      <div className="answer-actions">
        {open ? (
          <>
            <Button type="primary" loading={busy} disabled={strange.length > 0} onClick={label}>
              {words.submit}
            </Button>
            <Button disabled={busy} onClick={onDiscard}>
              {words.discard}
            </Button>
            <span className="faint">{words.discardNote}</span>
          </>
        ) : (
          <Button loading={busy} onClick={onReopen}>
            {words.reopen}
          </Button>
        )}
      </div>
    </form>
  );
}

interface SlotFieldsProps {
  readonly draft: LabelDraft;
  readonly strange: readonly string[];
  readonly disabled: boolean;
  readonly onChange: (part: Partial<LabelDraft>) => void;
}

function SlotFields({ draft, strange, disabled, onChange }: SlotFieldsProps) {
  const { learning: words, codes } = useWords();
  return (
    <fieldset className="learning-slots">
      <legend>
        {words.slots} <span className="faint">{words.slotsNote}</span>
      </legend>
      {WORD_SLOTS.map((slot) => (
        <label key={slot} htmlFor={`label-${slot}`}>
          {codes.field[slot]}
          <Input
            id={`label-${slot}`}
            disabled={disabled}
            value={draft.words[slot]}
            {...(strange.includes(slot) ? { status: 'error' as const, 'aria-describedby': `label-${slot}-wrong` } : {})}
            onChange={({ target }) => onChange({ words: { ...draft.words, [slot]: target.value } })}
          />
          {strange.includes(slot) && (
            <span id={`label-${slot}-wrong`} className="learning-wrong">
              {words.notInText}
            </span>
          )}
        </label>
      ))}
      <label htmlFor="label-amount">
        {codes.field.amount}
        <Input
          id="label-amount"
          inputMode="decimal"
          disabled={disabled}
          value={draft.amount}
          onChange={({ target }) => onChange({ amount: target.value })}
        />
      </label>
      {[...draft.numbers].map(([length, slot]) => (
        <label key={length} htmlFor={`label-number-${length}`}>
          {words.number(length)}
          <CodeSelect
            id={`label-number-${length}`}
            label={words.neither}
            value={slot}
            codes={{ phone: codes.field.phone, account_number: codes.field.account_number }}
            onChange={(value) => onChange({ numbers: new Map(draft.numbers).set(length, value as NumberSlot | null) })}
          />
        </label>
      ))}
    </fieldset>
  );
}
