import { useCallback, useState } from 'react';
import type { Place } from '../../protocol/desk/place.ts';
import type { DeskApi } from '../api/desk-api.ts';
import type { Result } from '../api/failure.ts';
import { useDesk } from '../app/desk-context.tsx';
import { usePages } from '../states/use-pages.ts';
import { useWording } from '../words/words-context.tsx';
import { NEW } from './new-id.ts';
import type { PlacesTabProps } from './places-head.tsx';
import { type Column, EVERYTHING, PlacesList } from './places-list.tsx';
import { PointPane } from './point-pane.tsx';
import { townName } from './town-name.ts';
import { useChosen } from './use-chosen.ts';

/** The places to pay at. */
export function PointsView(tab: PlacesTabProps) {
  const { towns, chosen, onChoose } = tab;
  const desk = useDesk();
  const { words, language } = useWording();
  const { places } = words;
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
  const place = useChosen(
    chosen,
    paging.items,
    useCallback((id) => byId(desk.api, id), [desk]),
  );
  const { town, kind, hours, services, state } = places.columns;
  const columns: readonly Column<Place>[] = [
    { title: town, cell: ({ townCode }) => townName(towns, townCode, language) },
    { title: kind, cell: (one) => places.kinds[one.kind] },
    { title: hours, cell: (one) => <span className="figures">{one.hours}</span>, className: 'wide-cell' },
    {
      title: services,
      cell: (one) => one.services.map((service) => places.services[service]).join(' · '),
      className: 'wide-cell',
    },
    { title: state, cell: ({ closure }) => (closure ? places.closedUntil(closure.until) : places.openAsUsual) },
  ];
  return (
    <PlacesList
      {...{ ...tab, mayEdit, paging, filter, columns }}
      what="places"
      label={places.title}
      empty={places.empty}
      onFilter={setFilter}
    >
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
    </PlacesList>
  );
}

/** The words that are looked for may be an id. */
async function byId(api: DeskApi, id: string): Promise<Result<readonly Place[]>> {
  const result = await api.places({ ...EVERYTHING, words: id }, null);
  return result.ok ? { ok: true, value: result.value.places } : result;
}
