import { Alert, Button, Popconfirm } from 'antd';
import type { ReactNode } from 'react';
import type { Failure } from '../api/failure.ts';
import { SidePane } from '../app/side-pane.tsx';
import { useKey } from '../keys/keys-context.tsx';
import { failureText } from '../words/failure-words.ts';
import { useWording } from '../words/words-context.tsx';
import { FormField } from './form-field.tsx';

interface PlaceFormProps {
  readonly heading: string;
  readonly mayEdit: boolean;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly onSave: () => void;
  /** Null while it is being added. */
  readonly onRemove: (() => void) | null;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Below the form. */
  readonly below?: ReactNode;
}

/** A place as a form beside its list; for those who may not change it, to be read. */
export function PlaceForm(props: PlaceFormProps) {
  const { heading, mayEdit, busy, failure, onSave, onRemove, onClose, children, below } = props;
  const { words } = useWording();
  const { places } = words;
  useKey('leave', onClose);
  return (
    <SidePane
      kind="place"
      label={places.pane}
      heading={heading}
      words={{ back: places.back, close: places.close }}
      onClose={onClose}
    >
      <form
        className="place-form"
        onSubmit={(event) => {
          event.preventDefault();
          onSave();
        }}
      >
        {!mayEdit && <Alert type="info" showIcon title={places.readOnly} />}
        <fieldset disabled={!mayEdit}>
          {children}
          {failure !== null && <Alert type="error" showIcon title={failureText(words, failure)} />}
          {mayEdit && (
            <div className="place-buttons">
              <Button type="primary" htmlType="submit" loading={busy}>
                {places.save}
              </Button>
              {onRemove !== null && (
                <Popconfirm
                  title={places.removeSure}
                  okText={places.remove}
                  cancelText={places.cancel}
                  onConfirm={onRemove}
                >
                  <Button danger>{places.remove}</Button>
                </Popconfirm>
              )}
            </div>
          )}
        </fieldset>
      </form>
      {below}
    </SidePane>
  );
}

/** One of several kinds, by their words. */
export function KindField<K extends string>({
  kinds,
  value,
  onChange,
}: {
  readonly kinds: Readonly<Record<K, string>>;
  readonly value: K;
  readonly onChange: (kind: K) => void;
}) {
  const { places } = useWording().words;
  return (
    <FormField label={places.fields.kind}>
      <select className="select" value={value} onChange={({ target }) => onChange(target.value as K)}>
        {Object.entries<string>(kinds).map(([kind, word]) => (
          <option key={kind} value={kind}>
            {word}
          </option>
        ))}
      </select>
    </FormField>
  );
}
