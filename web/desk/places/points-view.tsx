import { EnvironmentOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useCallback, useState } from 'react';
import type { Place } from '../../protocol/desk/place.ts';
import type { DeskApi, PlaceFilter } from '../api/desk-api.ts';
import type { Result } from '../api/failure.ts';
import { useDesk } from '../app/desk-context.tsx';
import { useKey } from '../keys/keys-context.tsx';
import { EmptyState } from '../states/empty-state.tsx';
import { FailureState } from '../states/failure-state.tsx';
import { LoadingRows } from '../states/loading-rows.tsx';
import { usePages } from '../states/use-pages.ts';
import { useWording } from '../words/words-context.tsx';
import { NEW } from './new-id.ts';
import { PlaceButtons } from './place-buttons.tsx';
import { PlaceFilters } from './place-filters.tsx';
import { PlacesHead, type PlacesTabProps } from './places-head.tsx';
import { PlacesSketch } from './places-sketch.tsx';
import { PointPane } from './point-pane.tsx';
import { townName } from './town-name.ts';
import { useChosen } from './use-chosen.ts';

const EVERYTHING: PlaceFilter = { words: null, town: null, service: null, kind: null, closed: false };

/** The places to pay at: a list, a sketch of where they are, and the one that is chosen. */
export function PointsView({ towns, chosen, onChoose }: PlacesTabProps) {
  const desk = useDesk();
  const { words } = useWording();
  const [filter, setFilter] = useState(EVERYTHING);
  const [mayEdit, setMayEdit] = useState(false);
  const paging = usePages(
    useCallback(
      async (cursor: string | null) => {
        const result = await desk.api.places(filter, cursor);
        if (!result.ok) return result;
        setMayEdit(result.value.mayEdit);
        return { ok: true, value: { items: result.value.places, next: result.value.next } };
      },
      [desk, filter],
    ),
  );
  useKey('update', paging.refresh);
  const place = useChosen(
    chosen,
    paging.items,
    useCallback((id) => byId(desk.api, id), [desk]),
  );
  return (
    <div className="panes panes-tickets" data-step={chosen === null ? 'queue' : 'context'}>
      <section className="pane queue-pane list-page">
        <PlacesHead lead={words.places.lead}>
          <PlaceButtons what="places" mayEdit={mayEdit} onAdd={() => onChoose(NEW)} onImported={paging.refresh} />
        </PlacesHead>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and need not hold anything that takes the focus */}
        <section className="list-body service places-body" aria-label={words.places.title} tabIndex={0}>
          <PlaceFilters what="places" towns={towns} filter={filter} onChange={setFilter} />
          <Listed {...{ paging, towns, chosen, onChoose }} />
        </section>
      </section>
      {(place !== null || chosen === NEW) && (
        <PointPane
          key={place === null ? NEW : `${place.id} ${place.version}`}
          {...{ place, towns, mayEdit }}
          onClose={() => onChoose(null)}
          onSaved={(id) => {
            paging.refresh();
            onChoose(id);
          }}
        />
      )}
    </div>
  );
}

interface ListedProps extends PlacesTabProps {
  readonly paging: ReturnType<typeof usePages<Place>>;
}

function Listed({ paging: { items, failure, busy, more, refresh }, towns, chosen, onChoose }: ListedProps) {
  const { words, language } = useWording();
  const { places } = words;
  if (items === null) {
    return failure === null ? <LoadingRows rows={8} /> : <FailureState failure={failure} onRetry={refresh} />;
  }
  if (items.length === 0) {
    return <EmptyState icon={<EnvironmentOutlined />} title={places.empty} note={places.emptyNote} />;
  }
  const { name, town, kind, hours, services, state } = places.columns;
  return (
    <>
      <PlacesSketch label={places.map(items.length)} {...{ towns, chosen }} spots={items} />
      <table className="service-table places-table">
        <thead>
          <tr>
            {[name, town, kind, hours, services, state].map((column) => (
              <th
                key={column}
                scope="col"
                className={column === hours || column === services ? 'wide-cell' : undefined}
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((place) => (
            <tr key={place.id} aria-current={place.id === chosen ? true : undefined}>
              <th scope="row">
                <button type="button" className="link" onClick={() => onChoose(place.id)}>
                  {language === 'en' ? place.nameEn : place.name}
                </button>
              </th>
              <td>{townName(towns, place.townCode, language)}</td>
              <td>{places.kinds[place.kind]}</td>
              <td className="figures wide-cell">{place.hours}</td>
              <td className="wide-cell">{place.services.map((service) => places.services[service]).join(' · ')}</td>
              <td>{place.closure ? places.closedUntil(place.closure.until) : places.openAsUsual}</td>
            </tr>
          ))}
        </tbody>
      </table>
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

/** The words that are looked for may be an id. */
async function byId(api: DeskApi, id: string): Promise<Result<readonly Place[]>> {
  const result = await api.places({ ...EVERYTHING, words: id }, null);
  return result.ok ? { ok: true, value: result.value.places } : result;
}
