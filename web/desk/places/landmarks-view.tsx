import { EnvironmentOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useCallback, useState } from 'react';
import type { Landmark } from '../../protocol/desk/place.ts';
import type { DeskApi, PlaceFilter } from '../api/desk-api.ts';
import type { Result } from '../api/failure.ts';
import { useDesk } from '../app/desk-context.tsx';
import { useKey } from '../keys/keys-context.tsx';
import { EmptyState } from '../states/empty-state.tsx';
import { FailureState } from '../states/failure-state.tsx';
import { LoadingRows } from '../states/loading-rows.tsx';
import { usePages } from '../states/use-pages.ts';
import { useWording } from '../words/words-context.tsx';
import { LandmarkPane } from './landmark-pane.tsx';
import { NEW } from './new-id.ts';
import { PlaceButtons } from './place-buttons.tsx';
import { PlaceFilters } from './place-filters.tsx';
import { PlacesHead, type PlacesTabProps } from './places-head.tsx';
import { PlacesSketch } from './places-sketch.tsx';
import { townName } from './town-name.ts';
import { useChosen } from './use-chosen.ts';

const EVERYTHING: PlaceFilter = { words: null, town: null, service: null, kind: null, closed: false };

/** What people name to say where they are. */
export function LandmarksView({ towns, chosen, onChoose }: PlacesTabProps) {
  const desk = useDesk();
  const { words, language } = useWording();
  const { places } = words;
  const [filter, setFilter] = useState(EVERYTHING);
  const [mayEdit, setMayEdit] = useState(false);
  const { items, failure, busy, more, refresh } = usePages(
    useCallback(
      async (cursor: string | null) => {
        const result = await desk.api.landmarks(filter, cursor);
        if (!result.ok) return result;
        setMayEdit(result.value.mayEdit);
        return { ok: true, value: { items: result.value.landmarks, next: result.value.next } };
      },
      [desk, filter],
    ),
  );
  useKey('update', refresh);
  const landmark = useChosen(
    chosen,
    items,
    useCallback((id) => byId(desk.api, id), [desk]),
  );
  return (
    <div className="panes panes-tickets" data-step={chosen === null ? 'queue' : 'context'}>
      <section className="pane queue-pane list-page">
        <PlacesHead lead={places.lead}>
          <PlaceButtons what="landmarks" mayEdit={mayEdit} onAdd={() => onChoose(NEW)} onImported={refresh} />
        </PlacesHead>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and need not hold anything that takes the focus */}
        <section className="list-body service places-body" aria-label={places.tabs.landmarks} tabIndex={0}>
          <PlaceFilters what="landmarks" towns={towns} filter={filter} onChange={setFilter} />
          {items === null &&
            (failure === null ? <LoadingRows rows={8} /> : <FailureState failure={failure} onRetry={refresh} />)}
          {items?.length === 0 && (
            <EmptyState icon={<EnvironmentOutlined />} title={places.emptyLandmarks} note={places.emptyNote} />
          )}
          {items !== null && items.length > 0 && (
            <>
              <PlacesSketch label={places.map(items.length)} {...{ towns, chosen }} spots={items} />
              <table className="service-table places-table">
                <thead>
                  <tr>
                    {[places.columns.name, places.columns.town, places.columns.kind].map((column) => (
                      <th key={column} scope="col">
                        {column}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {items.map((one) => (
                    <tr key={one.id} aria-current={one.id === chosen ? true : undefined}>
                      <th scope="row">
                        <button type="button" className="link" onClick={() => onChoose(one.id)}>
                          {language === 'en' ? one.nameEn : one.name}
                        </button>{' '}
                        <span className="faint">{one.otherNames.join(' · ')}</span>
                      </th>
                      <td>{townName(towns, one.townCode, language)}</td>
                      <td>{places.landmarkKinds[one.kind]}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </>
          )}
          {more !== null && (
            <div className="list-end">
              <Button loading={busy} onClick={more}>
                {places.more}
              </Button>
            </div>
          )}
        </section>
      </section>
      {(landmark !== null || chosen === NEW) && (
        <LandmarkPane
          key={landmark === null ? NEW : `${landmark.id} ${landmark.version}`}
          {...{ landmark, towns, mayEdit }}
          onClose={() => onChoose(null)}
          onSaved={(id) => {
            refresh();
            onChoose(id);
          }}
        />
      )}
    </div>
  );
}

/** The words that are looked for may be an id. */
async function byId(api: DeskApi, id: string): Promise<Result<readonly Landmark[]>> {
  const result = await api.landmarks({ ...EVERYTHING, words: id }, null);
  return result.ok ? { ok: true, value: result.value.landmarks } : result;
}
