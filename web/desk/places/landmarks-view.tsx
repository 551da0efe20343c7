import { useCallback, useState } from 'react';
import type { Landmark } from '../../protocol/desk/place.ts';
import type { DeskApi } from '../api/desk-api.ts';
import type { Result } from '../api/failure.ts';
import { useDesk } from '../app/desk-context.tsx';
import { usePages } from '../states/use-pages.ts';
import { useWording } from '../words/words-context.tsx';
import { LandmarkPane } from './landmark-pane.tsx';
import { NEW } from './new-id.ts';
import type { PlacesTabProps } from './places-head.tsx';
import { type Column, EVERYTHING, PlacesList } from './places-list.tsx';
import { townName } from './town-name.ts';
import { useChosen } from './use-chosen.ts';

/** What people name to say where they are. */
export function LandmarksView(tab: PlacesTabProps) {
  const { towns, chosen, onChoose } = tab;
  const desk = useDesk();
  const { words, language } = useWording();
  const { places } = words;
  const [filter, setFilter] = useState(EVERYTHING);
  const [mayEdit, setMayEdit] = useState(false);
  const paging = usePages(
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
  const landmark = useChosen(
    chosen,
    paging.items,
    useCallback((id) => byId(desk.api, id), [desk]),
  );
  const columns: readonly Column<Landmark>[] = [
    { title: places.columns.town, cell: ({ townCode }) => townName(towns, townCode, language) },
    { title: places.columns.kind, cell: ({ kind }) => places.landmarkKinds[kind] },
  ];
  return (
    <PlacesList
      {...{ ...tab, mayEdit, paging, filter, columns }}
      what="landmarks"
      label={places.tabs.landmarks}
      empty={places.emptyLandmarks}
      onFilter={setFilter}
      beside={({ otherNames }) => <span className="faint"> {otherNames.join(' · ')}</span>}
    >
      {(landmark !== null || chosen === NEW) && (
        <LandmarkPane
          key={landmark === null ? NEW : `${landmark.id} ${landmark.version}`}
          {...{ landmark, towns, mayEdit }}
          onClose={() => onChoose(null)}
          onSaved={(id) => {
            paging.refresh();
            onChoose(id);
          }}
        />
      )}
    </PlacesList>
  );
}

/** The words that are looked for may be an id. */
async function byId(api: DeskApi, id: string): Promise<Result<readonly Landmark[]>> {
  const result = await api.landmarks({ ...EVERYTHING, words: id }, null);
  return result.ok ? { ok: true, value: result.value.landmarks } : result;
}
