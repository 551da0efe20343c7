import { FileSearchOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useCallback, useState } from 'react';
import type { AuditEntryItem } from '../../protocol/desk/audit.ts';
import { ExportButton } from '../accounts/export-button.tsx';
import { type AuditFilter, auditExportPath } from '../api/calls/service-calls.ts';
import { useDesk } from '../app/desk-context.tsx';
import { useKey } from '../keys/keys-context.tsx';
import { EmptyState } from '../states/empty-state.tsx';
import { FailureState } from '../states/failure-state.tsx';
import { LoadingRows } from '../states/loading-rows.tsx';
import { usePages } from '../states/use-pages.ts';
import { codeWord } from '../words/code-words.ts';
import { useWording, useWords } from '../words/words-context.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { ChainCheck } from './chain-check.tsx';

const EVERYTHING: AuditFilter = { account: null, actor: null, action: null, subject: null };

/** Who did what and looked at whose data, and whether the log is whole. */
export function AuditPage() {
  const { audit: words } = useWords();
  const [filter, setFilter] = useState(EVERYTHING);
  const exportHref = (format: 'csv' | 'jsonl') =>
    new URL(`../api/desk/${auditExportPath(filter, format)}`, document.baseURI).href;
  return (
    <section className="list-page">
      <header className="page-head">
        <div>
          <h1>{words.title}</h1>
          <p className="soft">{words.lead}</p>
        </div>
        <div className="filters service-filters">
          <ExportButton href={exportHref('csv')} file="audit.csv">
            {words.exportCsv}
          </ExportButton>
          <ExportButton href={exportHref('jsonl')} file="audit.jsonl">
            {words.exportJson}
          </ExportButton>
        </div>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and need not hold anything that takes the focus */}
      <section className="list-body service" aria-label={words.title} tabIndex={0}>
        <ChainCheck />
        <AuditFilters filter={filter} onChange={setFilter} />
        <Entries filter={filter} onFilter={(change) => setFilter({ ...EVERYTHING, ...change })} />
      </section>
    </section>
  );
}

interface EntriesProps {
  readonly filter: AuditFilter;
  readonly onFilter: (change: Partial<AuditFilter>) => void;
}

function Entries({ filter, onFilter }: EntriesProps) {
  const desk = useDesk();
  const { audit: words } = useWords();
  const { items, failure, busy, more, refresh } = usePages(
    useCallback(
      async (cursor: string | null) => {
        const result = await desk.api.audit(filter, cursor);
        return result.ok ? { ok: true, value: { items: result.value.entries, next: result.value.next } } : result;
      },
      [desk, filter],
    ),
  );
  useKey('update', refresh);
  if (items === null || failure !== null) {
    if (failure === null) return <LoadingRows rows={10} />;
    if (failure.kind === 'refused' && failure.status === 422) return <p className="faint">{words.unknownAccount}</p>;
    return <FailureState failure={failure} onRetry={refresh} />;
  }
  if (items.length === 0) return <EmptyState icon={<FileSearchOutlined />} title={words.empty} note={words.lead} />;
  return (
    <>
      <table className="service-table audit-table">
        <thead>
          <tr>
            {[words.time, words.who, words.what, words.which, words.detail, words.seq].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((entry) => (
            <Entry key={entry.id} entry={entry} onFilter={onFilter} />
          ))}
        </tbody>
      </table>
      {more !== null && (
        <div className="list-end">
          <Button loading={busy} onClick={more}>
            {words.more}
          </Button>
        </div>
      )}
    </>
  );
}

function Entry({ entry, onFilter }: { entry: AuditEntryItem; onFilter: EntriesProps['onFilter'] }) {
  const { words, format } = useWording();
  const { audit } = words;
  const [kind = '', ...id] = entry.subject.split(':');
  return (
    <tr>
      <td className="figures nowrap">{format.moment(entry.at)}</td>
      <td>
        <button type="button" className="link" onClick={() => onFilter({ actor: entry.actor.id })}>
          {entry.actor.name ?? codeWord(audit.actors, entry.actor.id)}
        </button>
      </td>
      <td>{codeWord(audit.actions, entry.action)}</td>
      <td>
        <button
          type="button"
          className="link"
          title={entry.subject}
          onClick={() => onFilter({ subject: entry.subject })}
        >
          {codeWord(audit.subjects, kind)} <span className="faint audit-id">{id.join(':').slice(0, 8)}</span>
        </button>
      </td>
      <td className="audit-detail">{detailText(entry.detail)}</td>
      <td className="figures">{entry.seq ?? <span className="faint">{audit.waiting}</span>}</td>
    </tr>
  );
}

function detailText(detail: AuditEntryItem['detail']): string {
  return Object.entries(detail)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');
}
