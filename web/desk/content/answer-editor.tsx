import { ArrowLeftOutlined } from '@ant-design/icons';
import { Alert, App, Button, Popconfirm } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useLayoutEffect, useRef, useState } from 'react';
import { useDesk } from '../app/desk-context.tsx';
import { GrowingTextArea } from '../app/growing-text-area.tsx';
import { useCell } from '../app/use-cell.ts';
import { goTo } from '../app/use-route.ts';
import { codeWord } from '../words/code-words.ts';
import { failureText } from '../words/failure-words.ts';
import { useWording, useWords } from '../words/words-context.tsx';
import { submitOnCtrlEnter } from '../workspace/submit-key.ts';
import type { AnswerDrafts } from './answer-drafts.ts';
import { type Answer, answerKey } from './answer-list.ts';
import { answerPieces, type Placeholders, unknownNames, withPlaceholder } from './answer-pieces.ts';
import { AnswerPreview } from './answer-preview.tsx';
import { PlaceholderSelect } from './placeholder-select.tsx';

/** As the protocol allows; UTF-16 units. */
const LONGEST = 4000;

interface AnswerEditorProps {
  readonly answer: Answer;
  readonly placeholders: Placeholders;
  readonly drafts: AnswerDrafts;
}

/** One answer: the profile's words, the desk's in their place, and how the customer reads them. */
export function AnswerEditor({ answer, placeholders, drafts }: AnswerEditorProps) {
  const { words, format } = useWording();
  const key = answerKey(answer);
  const current = answer.edited ?? answer.original;
  const draft = useCell(drafts).get(key);
  const [basis, setBasis] = useState(current);
  const text = draft ?? current;
  const setDraft = (value: string | null) => {
    const others = [...drafts.get()].filter(([name]) => name !== key);
    drafts.set(new Map(value === null || value === current ? others : [...others, [key, value]]));
  };
  const { save, busy } = useSave(answer, () => setDraft(null));
  if (draft === undefined && basis !== current) setBasis(current);
  const overtaken = draft !== undefined && basis !== current;
  const pieces = answerPieces(text, placeholders);
  const unknown = unknownNames(pieces);
  const savable = draft !== undefined && text.trim() !== '' && text.length <= LONGEST && unknown.length === 0;
  const { field, insert } = useInsert(text, setDraft);

  return (
    <section className="pane conversation-pane" aria-label={words.answers.editor}>
      <EditorHead answer={answer} />
      <form
        className="answer-editor"
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={submitOnCtrlEnter(() => void (savable && save(text.trim())))}
      >
        {overtaken && (
          <Alert
            type="warning"
            showIcon
            title={words.answers.theirs}
            action={
              <Button size="small" onClick={() => setDraft(null)}>
                {words.answers.takeTheirs}
              </Button>
            }
          />
        )}
        <div className="answer-label">
          <label htmlFor="answer-text">{words.answers.editor}</label>
          <PlaceholderSelect placeholders={placeholders} onPick={insert} />
        </div>
        <GrowingTextArea
          ref={field}
          id="answer-text"
          minRows={6}
          maxRows={18}
          maxLength={LONGEST}
          showCount
          value={text}
          onChange={(event) => setDraft(event.target.value)}
        />
        {unknown.length > 0 ? (
          <Alert type="error" showIcon title={words.answers.unknownNames(words.common.list(unknown))} />
        ) : (
          pieces.some(({ kind }) => kind === 'figure') && <p className="soft">{words.answers.placeholders}</p>
        )}
        <div className="answer-actions">
          <Button type="primary" disabled={!savable} loading={busy} onClick={() => void save(text.trim())}>
            {words.answers.save}
          </Button>
          {answer.edited !== null && (
            <Popconfirm
              title={words.answers.restoreSure}
              okText={words.answers.restore}
              cancelText={words.common.cancel}
              onConfirm={() => void save(null)}
            >
              <Button>{words.answers.restore}</Button>
            </Popconfirm>
          )}
          {answer.updatedBy !== null && answer.updatedAt !== null && (
            <span className="faint">{words.answers.by(answer.updatedBy, format.moment(answer.updatedAt))}</span>
          )}
          {draft !== undefined && <span className="unsaved">{words.answers.unsaved}</span>}
        </div>
        <div className="answer-beside">
          <figure>
            <figcaption>{words.answers.preview}</figcaption>
            <div className="message message-bot">
              <div className="bubble">
                <AnswerPreview pieces={pieces} />
              </div>
            </div>
          </figure>
          {answer.edited !== null && (
            <figure>
              <figcaption>{words.answers.original}</figcaption>
              <div className="bubble bubble-quiet">
                <AnswerPreview pieces={answerPieces(answer.original, placeholders)} />
              </div>
            </figure>
          )}
        </div>
      </form>
    </section>
  );
}

function EditorHead({ answer }: { answer: Answer }) {
  const words = useWords();
  return (
    <header className="pane-head">
      <Button
        className="phone-only"
        type="text"
        icon={<ArrowLeftOutlined />}
        aria-label={words.conversation.back}
        onClick={() => goTo({ page: 'answers', intent: null, language: null })}
      />
      <h1>
        {codeWord(words.codes.intent, answer.intent)}
        <span className="row-channel">{answer.language === 'en' ? 'English' : '中文'}</span>
        {answer.edited !== null && <span className="edited-tag">{words.answers.edited}</span>}
      </h1>
    </header>
  );
}

/** Puts a figure's name where the caret stands, and the caret behind it. */
function useInsert(text: string, onChange: (text: string) => void) {
  const field = useRef<TextAreaRef>(null);
  const [caret, setCaret] = useState<number | null>(null);
  useLayoutEffect(() => {
    const area = field.current?.resizableTextArea?.textArea;
    if (caret === null || area === undefined) return;
    area.focus();
    area.setSelectionRange(caret, caret);
    setCaret(null);
  }, [caret]);
  const insert = (name: string) => {
    const area = field.current?.resizableTextArea?.textArea;
    const spot = { start: area?.selectionStart ?? text.length, end: area?.selectionEnd ?? text.length };
    const inserted = withPlaceholder(text, spot, name);
    onChange(inserted.text);
    setCaret(inserted.caret);
  };
  return { field, insert };
}

function useSave(answer: Answer, onSaved: () => void) {
  const desk = useDesk();
  const words = useWords();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const save = async (text: string | null) => {
    setBusy(true);
    const result = await desk.api.editAnswer(answer.intent, answer.language, { text });
    if (result.ok) {
      await desk.answers.refresh();
      onSaved();
      void message.success(text === null ? words.answers.restored : words.answers.saved);
    } else {
      void message.error(failureText(words, result.failure));
    }
    setBusy(false);
  };
  return { save, busy };
}
