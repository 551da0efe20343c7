import { EnvironmentOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { PlaceFilter } from '../api/calls/place-calls.ts';
import { useKey } from '../keys/keys-context.tsx';
import { EmptyState } from '../states/empty-state.tsx';
import { FailureState } from '../states/failure-state.tsx';
import { LoadingRows } from '../states/loading-rows.tsx';
import type { Pages } from '../states/use-pages.ts';
import { useWording } from '../words/words-context.tsx';
import { NEW } from './new-id.ts';
import { PlaceButtons } from './place-buttons.tsx';
import { PlaceFilters } from './place-filters.tsx';
import { PlacesHead, type PlacesTabProps } from './places-head.tsx';
import { PlacesSketch } from './places-sketch.tsx';

/** What both lists are of. */
export interface Listed {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly lat: number;
  readonly lon: number;
}

export interface Column<T> {
  readonly title: string;
  readonly cell: (item: T) => ReactNode;
  readonly className?: string;
}

interface PlacesListProps<T extends Listed> extends PlacesTabProps {
  readonly what: 'places' | 'landmarks';
  /** As it is read out. */
  readonly label: string;
  readonly empty: string;
  readonly mayEdit: boolean;
  readonly paging: Pages<T>;
  readonly filter: PlaceFilter;
  readonly onFilter: (filter: PlaceFilter) => void;
  /** Beside the name, which comes first and is what one chooses by. */
  readonly beside?: (item: T) => ReactNode;
  readonly columns: readonly Column<T>[];
  /** What is chosen; null where nothing is. */
  readonly children: ReactNode;
}

export const EVERYTHING: PlaceFilter = { words: null, town: null, service: null, kind: null, closed: false };

/** A list of places with its filters and a sketch of where they are; what is chosen stands beside it. */
export function PlacesList<T extends Listed>(props: PlacesListProps<T>) {
  const { what, label, mayEdit, paging, filter, onFilter, towns, chosen, onChoose, children } = props;
  const { places } = useWording().words;
  useKey('update', paging.refresh);
  return (
    <div className="panes panes-tickets" data-step={chosen === null ? 'queue' : 'context'}>
      <section className="pane queue-pane list-page">
        <PlacesHead lead={places.lead}>
          <PlaceButtons {...{ what, mayEdit }} onAdd={() => onChoose(NEW)} onImported={paging.refresh} />
        </PlacesHead>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and need not hold anything that takes the focus */}
        <section className="list-body service places-body" aria-label={label} tabIndex={0}>
          <PlaceFilters {...{ what, towns, filter }} onChange={onFilter} />
          <Rows {...props} />
        </section>
      </section>
      {children}
    </div>
  );
}

function Rows<T extends Listed>(props: PlacesListProps<T>) {
  const { paging, empty, towns, chosen } = props;
  const { items, failure, busy, more, refresh } = paging;
  const { places } = useWording().words;
  if (items === null) {
    return failure === null ? <LoadingRows rows={8} /> : <FailureState failure={failure} onRetry={refresh} />;
  }
  if (items.length === 0) return <EmptyState icon={<EnvironmentOutlined />} title={empty} note={places.emptyNote} />;
  return (
    <>
      <PlacesSketch label={places.map(items.length)} {...{ towns, chosen }} spots={items} />
      <Table {...props} items={items} />
      {more !== null && (
        <div className="list-end">
          <Button loading={busy} onClick={more}>
            {places.more}
          </Button>
        </div>
      )}
    </>
  );
}

function Table<T extends Listed>({
  items,
  columns,
  beside,
  chosen,
  onChoose,
}: PlacesListProps<T> & { readonly items: readonly T[] }) {
  const { words, language } = useWording();
  return (
    <table className="service-table places-table">
      <thead>
        <tr>
          <th scope="col">{words.places.columns.name}</th>
          {columns.map(({ title, className }) => (
            <th key={title} scope="col" className={className}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id} aria-current={item.id === chosen ? true : undefined}>
            <th scope="row">
              <button type="button" className="link" onClick={() => onChoose(item.id)}>
                {language === 'en' ? item.nameEn : item.name}
              </button>
              {beside?.(item)}
            </th>
            {columns.map(({ title, cell, className }) => (
              <td key={title} className={className}>
                {cell(item)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
