import { ReadOutlined, SearchOutlined } from '@ant-design/icons';
import { Checkbox, Input, type InputRef } from 'antd';
import { useMemo, useRef, useState } from 'react';
import type { AnswerList } from '../../protocol/desk/content.ts';
import { useDesk } from '../app/desk-context.tsx';
import { formatRoute } from '../app/route.ts';
import { useCell } from '../app/use-cell.ts';
import { goTo, useRoute } from '../app/use-route.ts';
import { KeyCaps } from '../keys/key-caps.tsx';
import { useKey } from '../keys/keys-context.tsx';
import { createCell } from '../live/cell.ts';
import { EmptyState } from '../states/empty-state.tsx';
import { Loaded } from '../states/loaded.tsx';
import { codeWord } from '../words/code-words.ts';
import { useWords } from '../words/words-context.tsx';
import type { AnswerDrafts } from './answer-drafts.ts';
import { AnswerEditor } from './answer-editor.tsx';
import { type Answer, answerKey, filterAnswers, type SpokenAnswer, spokenAnswers } from './answer-list.ts';

/** Supervisors put the utility's own words right. */
export function AnswersPage() {
  return (
    <Loaded resource={useDesk().answers} rows={10}>
      {(list) => <Answers list={list} />}
    </Loaded>
  );
}

function Answers({ list }: { list: AnswerList }) {
  const { answers: words } = useWords();
  const route = useRoute();
  const [drafts] = useState<AnswerDrafts>(() => createCell<ReadonlyMap<string, string>>(new Map()));
  const chosen = list.answers.find(
    ({ intent, language }) => route.page === 'answers' && intent === route.intent && language === route.language,
  );
  return (
    <div className="panes panes-two" data-step={chosen === undefined ? 'queue' : 'conversation'}>
      <AnswerIndex list={list} chosen={chosen} drafts={drafts} />
      {chosen === undefined ? (
        <section className="pane conversation-pane">
          <EmptyState icon={<ReadOutlined />} title={words.choose} note={words.lead} />
        </section>
      ) : (
        <AnswerEditor
          key={answerKey(chosen)}
          answer={chosen}
          placeholders={list.placeholders[chosen.language]}
          drafts={drafts}
        />
      )}
    </div>
  );
}

interface AnswerIndexProps {
  readonly list: AnswerList;
  readonly chosen: Answer | undefined;
  readonly drafts: AnswerDrafts;
}

function AnswerIndex({ list, chosen, drafts }: AnswerIndexProps) {
  const words = useWords();
  const [filter, setFilter] = useState({ search: '', onlyEdited: false });
  const box = useRef<InputRef>(null);
  const begun = useCell(drafts);
  const spoken = useMemo(() => spokenAnswers(list), [list]);
  const shown = filterAnswers(words, spoken, filter);
  useKey('search', () => box.current?.focus());
  useMoveKeys(shown, chosen);
  return (
    <section className="pane queue-pane" aria-label={words.answers.title}>
      <header className="pane-head">
        <h1>{words.answers.title}</h1>
      </header>
      <div className="queue-search">
        <Input
          ref={box}
          allowClear
          variant="filled"
          prefix={<SearchOutlined />}
          suffix={filter.search === '' ? <KeyCaps action="search" /> : null}
          placeholder={words.answers.filter}
          aria-label={words.answers.filter}
          onChange={(event) => setFilter({ ...filter, search: event.target.value })}
        />
        <Checkbox onChange={(event) => setFilter({ ...filter, onlyEdited: event.target.checked })}>
          {words.answers.onlyEdited}
        </Checkbox>
      </div>
      <div className="queue-list">
        {shown.map((one) => (
          <AnswerRow
            key={answerKey(one.answer)}
            {...one}
            selected={one.answer === chosen}
            unsaved={begun.has(answerKey(one.answer))}
          />
        ))}
        {shown.length === 0 && (
          <p className="queue-nothing">{list.answers.length === 0 ? words.answers.empty : words.answers.noMatch}</p>
        )}
      </div>
    </section>
  );
}

interface AnswerRowProps extends SpokenAnswer {
  readonly selected: boolean;
  readonly unsaved: boolean;
}

function AnswerRow({ answer, spoken, inEffect, selected, unsaved }: AnswerRowProps) {
  const words = useWords();
  const { intent, language } = answer;
  return (
    <a
      className="row"
      href={formatRoute({ page: 'answers', intent, language })}
      aria-current={selected ? 'true' : undefined}
    >
      <span className="row-head">
        <strong>{codeWord(words.codes.intent, intent)}</strong>
        {unsaved && <span className="unread" role="img" aria-label={words.answers.unsaved} />}
        {answer.edited !== null && (
          <span className={inEffect ? 'edited-tag' : 'edited-tag not-in-effect'}>
            {inEffect ? words.answers.edited : words.answers.notInEffect}
          </span>
        )}
        <span className="row-time">{language === 'en' ? 'EN' : '中文'}</span>
      </span>
      <span className="row-preview">{spoken}</span>
    </a>
  );
}

function useMoveKeys(shown: readonly SpokenAnswer[], chosen: Answer | undefined): void {
  const at = shown.findIndex(({ answer }) => answer === chosen);
  const open = (index: number) => {
    const answer = shown[Math.min(Math.max(index, 0), shown.length - 1)]?.answer;
    if (answer === undefined) return;
    goTo({ page: 'answers', intent: answer.intent, language: answer.language }, { replace: chosen !== undefined });
  };
  useKey('next', () => open(at + 1));
  useKey('previous', () => open(at === -1 ? shown.length - 1 : at - 1));
}
