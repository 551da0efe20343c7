import { PlusOutlined, TeamOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useCallback, useState } from 'react';
import type { Member } from '../../protocol/desk/account.ts';
import { ROLES } from '../../protocol/desk/staff.ts';
import type { MemberFilter } from '../api/calls/account-calls.ts';
import { useDesk } from '../app/desk-context.tsx';
import { goTo, useRoute } from '../app/use-route.ts';
import { useKey } from '../keys/keys-context.tsx';
import { CodeSelect } from '../learning/code-select.tsx';
import { EmptyState } from '../states/empty-state.tsx';
import { FailureState } from '../states/failure-state.tsx';
import { LoadingRows } from '../states/loading-rows.tsx';
import { type Pages, usePages } from '../states/use-pages.ts';
import { useWords } from '../words/words-context.tsx';
import { AddMemberDialog } from './add-member-dialog.tsx';
import { MemberPane } from './member-pane.tsx';
import { StaffTable } from './staff-table.tsx';

const EVERYBODY: MemberFilter = { search: null, role: null, active: null };

/** Who may sign in, and as what. */
export function StaffPage() {
  const desk = useDesk();
  const { staff } = useWords().accounts;
  const route = useRoute();
  const [filter, setFilter] = useState(EVERYBODY);
  const [adding, setAdding] = useState(false);
  const id = route.page === 'staff' ? route.id : null;
  const pages = usePages(
    useCallback(
      async (cursor: string | null) => {
        const result = await desk.api.members(filter, cursor);
        return result.ok ? { ok: true, value: { items: result.value.members, next: result.value.next } } : result;
      },
      [desk, filter],
    ),
  );
  const show = (chosen: string | null) => goTo({ page: 'staff', id: chosen });
  useKey('update', pages.refresh);
  return (
    <div className="panes panes-tickets" data-step={id === null ? 'queue' : 'context'}>
      <section className="pane queue-pane list-page">
        <header className="page-head">
          <div>
            <h1>{staff.title}</h1>
            <p className="soft">{staff.lead}</p>
          </div>
          <div className="filters">
            <Filters filter={filter} onChange={setFilter} />
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
              {staff.add}
            </Button>
          </div>
        </header>
        <Body pages={pages} selected={id} onSelect={show} />
      </section>
      {id !== null && <MemberPane key={id} id={id} onClose={() => show(null)} onChanged={pages.refresh} />}
      {adding && (
        <AddMemberDialog
          onClose={() => setAdding(false)}
          onAdded={(added) => {
            setAdding(false);
            pages.refresh();
            show(added);
          }}
        />
      )}
    </div>
  );
}

function Filters({ filter, onChange }: { filter: MemberFilter; onChange: (filter: MemberFilter) => void }) {
  const { accounts, codes } = useWords();
  const { staff } = accounts;
  const words: Readonly<Record<string, string>> = codes.role;
  return (
    <>
      <Input.Search
        className="staff-search"
        aria-label={staff.search}
        placeholder={staff.search}
        allowClear
        maxLength={100}
        onSearch={(text) => onChange({ ...filter, search: text.trim() === '' ? null : text.trim() })}
      />
      <CodeSelect
        label={staff.allRoles}
        value={filter.role}
        codes={Object.fromEntries(ROLES.map((role) => [role, words[role] ?? role]))}
        onChange={(role) => onChange({ ...filter, role })}
      />
      <CodeSelect
        label={staff.allStates}
        value={filter.active}
        codes={{ true: staff.active, false: staff.inactive }}
        onChange={(active) => onChange({ ...filter, active: active === 'true' || active === 'false' ? active : null })}
      />
    </>
  );
}

interface BodyProps {
  readonly pages: Pages<Member>;
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
}

function Body({ pages: { items, failure, busy, more, refresh }, selected, onSelect }: BodyProps) {
  const { staff } = useWords().accounts;
  if (items === null) {
    return failure === null ? <LoadingRows rows={10} /> : <FailureState failure={failure} onRetry={refresh} />;
  }
  if (items.length === 0) return <EmptyState icon={<TeamOutlined />} title={staff.empty} />;
  return (
    <div className="list-body">
      <StaffTable members={items} selected={selected} onSelect={onSelect} />
      {more !== null && (
        <div className="list-end">
          <Button loading={busy} onClick={more}>
            {staff.more}
          </Button>
        </div>
      )}
    </div>
  );
}
