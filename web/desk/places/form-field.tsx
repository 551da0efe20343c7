import { cloneElement, type ReactElement, useId } from 'react';
import { useWords } from '../words/words-context.tsx';
import type { DraftFault } from './point-draft.ts';

interface FormFieldProps {
  readonly label: string;
  /** Shown once saving was tried. */
  readonly fault?: DraftFault | undefined;
  readonly hint?: string;
  readonly children: ReactElement<{
    id?: string;
    'aria-invalid'?: boolean;
    'aria-describedby'?: string;
    className?: string;
  }>;
}

/** A field under its label, with what is wrong with it. */
export function FormField({ label, fault, hint, children }: FormFieldProps) {
  const { places: words } = useWords();
  const id = useId();
  return (
    <div className="place-field">
      <label htmlFor={id}>{label}</label>
      {cloneElement(children, {
        id,
        ...(fault === undefined ? {} : { 'aria-invalid': true }),
        ...(fault === undefined && hint === undefined ? {} : { 'aria-describedby': `${id}-note` }),
      })}
      {(fault !== undefined || hint !== undefined) && (
        <p id={`${id}-note`} className={fault === undefined ? 'faint' : 'field-fault'}>
          {fault === undefined ? hint : words.wrong[fault]}
        </p>
      )}
    </div>
  );
}
