import { Alert, App, Button, Input } from 'antd';
import { useRef, useState } from 'react';
import { importWordsOf, isImportProblemCode } from '../../../strings/import/import-words.ts';
import type { PlaceImportAnswer } from '../../protocol/desk/place.ts';
import type { Failure } from '../api/failure.ts';
import { useDesk } from '../app/desk-context.tsx';
import { Dialog } from '../app/dialog.tsx';
import { failureText } from '../words/failure-words.ts';
import { useWording } from '../words/words-context.tsx';

interface ImportDialogProps {
  readonly what: 'places' | 'landmarks';
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onImported: () => void;
}

const COLUMNS = {
  places: 'id,name,name_en,kind,address,town,lat,lon,hours,services,phone,closed_from,closed_until,closed_reason',
  landmarks: 'id,name,name_en,other_names,kind,town,lat,lon',
};

/** A CSV file: what it would change, and then, confirmed, the change; all of it or nothing. */
export function ImportDialog({ what, open, onClose, onImported }: ImportDialogProps) {
  const { words } = useWording();
  const { importing } = words.places;
  const [text, setText] = useState('');
  const [name, setName] = useState('pasted.csv');
  const { run, busy, failure, answer, forget } = useImport(what, () => {
    setText('');
    onImported();
    onClose();
  });
  const file = useRef<HTMLInputElement>(null);
  const take = async (chosen: File | undefined) => {
    if (!chosen) return;
    setName(chosen.name);
    setText(await chosen.text());
    forget();
  };
  const ready = answer?.outcome === 'checked';
  return (
    <Dialog
      open={open}
      title={importing.title}
      onCancel={onClose}
      width={720}
      footer={
        <>
          <Button onClick={onClose}>{words.places.cancel}</Button>
          <Button
            type={ready ? 'default' : 'primary'}
            disabled={text.trim() === ''}
            loading={busy && !ready}
            onClick={() => void run({ file: name, text, check: true })}
          >
            {importing.check}
          </Button>
          <Button
            type={ready ? 'primary' : 'default'}
            disabled={!ready || answer.added + answer.changed === 0}
            loading={busy && ready}
            onClick={() => void run({ file: name, text, check: false })}
          >
            {importing.confirm}
          </Button>
        </>
      }
    >
      <p>{importing.lead}</p>
      <p className="faint">
        {importing.columns}: <code className="import-columns">{COLUMNS[what]}</code>
      </p>
      <p>
        <Button onClick={() => file.current?.click()}>{importing.choose}</Button>{' '}
        <input
          ref={file}
          type="file"
          accept=".csv,text/csv"
          className="visually-hidden"
          tabIndex={-1}
          aria-label={importing.choose}
          onChange={({ target }) => void take(target.files?.[0])}
        />
      </p>
      <Input.TextArea
        aria-label={importing.paste}
        placeholder={importing.paste}
        rows={6}
        spellCheck={false}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          forget();
        }}
      />
      {failure !== null && <Alert type="error" showIcon title={failureText(words, failure)} />}
      <div aria-live="polite">{answer !== null && <ImportResult answer={answer} />}</div>
    </Dialog>
  );
}

function ImportResult({ answer }: { readonly answer: PlaceImportAnswer }) {
  const { words, language } = useWording();
  const { importing, nothing } = words.places;
  const { problems } = importWordsOf(language === 'en' ? 'en' : 'zh');
  if (answer.outcome === 'refused') {
    return (
      <>
        <Alert type="error" showIcon title={importing.refused(answer.problems.length)} />
        <ul className="import-problems">
          {answer.problems.map(({ line, field, code, value }) => (
            <li key={`${line} ${field} ${code}`}>
              <strong>{importing.line(line)}</strong> {field !== null && <code>{field}</code>}{' '}
              {isImportProblemCode(code) ? problems[code] : code}{' '}
              {value !== null && <span className="faint">{value}</span>}
            </li>
          ))}
        </ul>
      </>
    );
  }
  return (
    <>
      <Alert type="success" showIcon title={importing.counts(answer)} />
      <ul className="import-changes">
        {answer.changes.map(({ id, name, isNew, fields }) => (
          <li key={id}>
            <strong>{name}</strong> <code>{id}</code> {isNew && importing.isNew}
            {fields.map(({ field, before, after }) => (
              <div key={field}>
                <code>{field}</code> {before ?? nothing} → {after ?? nothing}
              </div>
            ))}
          </li>
        ))}
      </ul>
      {answer.changes.length < answer.added + answer.changed && (
        <p className="faint">{importing.firstOnly(answer.changes.length)}</p>
      )}
    </>
  );
}

function useImport(what: ImportDialogProps['what'], onImported: () => void) {
  const desk = useDesk();
  const { words } = useWording();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [answer, setAnswer] = useState<PlaceImportAnswer | null>(null);
  const run = async (given: { file: string; text: string; check: boolean }) => {
    setBusy(true);
    const result = await desk.api.importPlaces({ what, ...given });
    setBusy(false);
    setFailure(result.ok ? null : result.failure);
    if (!result.ok) return;
    if (result.value.outcome !== 'imported') return setAnswer(result.value);
    setAnswer(null);
    void message.success(words.places.importing.done);
    onImported();
  };
  return { run, busy, failure, answer, forget: () => setAnswer(null) };
}
