import { Input } from 'antd';
import { useState } from 'react';
import type { Place, Town } from '../../protocol/desk/place.ts';
import { useDesk } from '../app/desk-context.tsx';
import { useWording } from '../words/words-context.tsx';
import { ClosureFields } from './closure-fields.tsx';
import { FormField } from './form-field.tsx';
import { HoursField } from './hours-field.tsx';
import { KindField, PlaceForm } from './place-form.tsx';
import { PlaceHistoryList } from './place-history-list.tsx';
import { PlacesSketch } from './places-sketch.tsx';
import { draftOf, faultsOf, isDegree, type PointDraft, placeFrom } from './point-draft.ts';
import { TownSelect } from './town-select.tsx';
import { usePlaceChange } from './use-place-change.ts';

interface PointPaneProps {
  /** Null: one that is being added. */
  readonly place: Place | null;
  readonly towns: readonly Town[];
  readonly mayEdit: boolean;
  readonly onClose: () => void;
  readonly onSaved: (id: string | null) => void;
}

/** A place to pay at. */
export function PointPane({ place, towns, mayEdit, onClose, onSaved }: PointPaneProps) {
  const desk = useDesk();
  const { places } = useWording().words;
  const [draft, setDraft] = useState(() => draftOf(place));
  const [tried, setTried] = useState(false);
  const { run, busy, failure } = usePlaceChange(onSaved);
  const faults = faultsOf(draft);
  const save = () => {
    setTried(true);
    if (Object.keys(faults).length > 0) return;
    const id = place?.id ?? draft.id.trim();
    const body = placeFrom(draft);
    const call = place
      ? desk.api.editPlace(id, { ...body, version: place.version })
      : desk.api.addPlace({ id, ...body });
    void run(call, 'saved', id);
  };
  const shown = tried ? faults : {};
  const change = (part: Partial<PointDraft>) => setDraft({ ...draft, ...part });
  const spot = isDegree(draft.lat, 90) && isDegree(draft.lon, 180);
  return (
    <PlaceForm
      heading={place?.id ?? places.newPoint}
      {...{ mayEdit, busy, failure, onClose }}
      onSave={save}
      onRemove={place && (() => void run(desk.api.removePlace(place.id, place.version), 'removed', null))}
      below={place !== null && <PlaceHistoryList id={place.id} />}
    >
      {place === null && <TextField name="id" {...{ draft, shown, change }} />}
      <TextField name="name" {...{ draft, shown, change }} />
      <TextField name="nameEn" {...{ draft, shown, change }} />
      <KindField kinds={places.kinds} value={draft.kind} onChange={(kind) => change({ kind })} />
      <FormField label={places.fields.town} fault={shown.townCode}>
        <TownSelect towns={towns} value={draft.townCode} onChange={(townCode) => change({ townCode })} />
      </FormField>
      <TextField name="address" {...{ draft, shown, change }} />
      <div className="place-pair">
        <TextField name="lat" {...{ draft, shown, change }} />
        <TextField name="lon" {...{ draft, shown, change }} />
      </div>
      {spot && (
        <PlacesSketch
          label={places.map(1)}
          towns={towns}
          spots={[{ id: 'here', lat: Number(draft.lat), lon: Number(draft.lon) }]}
          chosen="here"
        />
      )}
      <HoursField value={draft.hours} fault={shown.hours} onChange={(hours) => change({ hours })} />
      <ServiceChoice {...{ draft, change }} wrong={shown.services === undefined ? null : places.wrong.services} />
      <TextField name="phone" {...{ draft, shown, change }} />
      <ClosureFields {...{ draft, shown, change }} />
    </PlaceForm>
  );
}

interface DraftProps {
  readonly draft: PointDraft;
  readonly shown: ReturnType<typeof faultsOf>;
  readonly change: (part: Partial<PointDraft>) => void;
}

function TextField({
  name,
  draft,
  shown,
  change,
}: DraftProps & { readonly name: 'id' | 'name' | 'nameEn' | 'address' | 'lat' | 'lon' | 'phone' }) {
  const { words } = useWording();
  return (
    <FormField label={words.places.fields[name]} fault={shown[name]}>
      <Input
        maxLength={200}
        value={draft[name]}
        {...(name === 'lat' || name === 'lon' ? { inputMode: 'decimal' as const } : {})}
        onChange={({ target }) => change({ [name]: target.value })}
      />
    </FormField>
  );
}

function ServiceChoice({
  draft,
  change,
  wrong,
}: Pick<DraftProps, 'draft' | 'change'> & { readonly wrong: string | null }) {
  const { words } = useWording();
  const { places } = words;
  return (
    <fieldset className="place-services">
      <legend className="place-legend">{places.fields.services}</legend>
      {(Object.keys(places.services) as PointDraft['services'][number][]).map((service) => (
        <label key={service} className="filter-mine">
          <input
            type="checkbox"
            checked={draft.services.includes(service)}
            onChange={({ target }) =>
              change({
                services: target.checked
                  ? [...draft.services, service]
                  : draft.services.filter((other) => other !== service),
              })
            }
          />
          {places.services[service]}
        </label>
      ))}
      {wrong !== null && <p className="field-fault">{wrong}</p>}
    </fieldset>
  );
}
