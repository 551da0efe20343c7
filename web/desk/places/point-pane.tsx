import { Alert, App, Button, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import type { Place, Town } from '../../protocol/desk/place.ts';
import type { Failure, Result } from '../api/failure.ts';
import { useDesk } from '../app/desk-context.tsx';
import { SidePane } from '../app/side-pane.tsx';
import { useKey } from '../keys/keys-context.tsx';
import { failureText } from '../words/failure-words.ts';
import { useWording } from '../words/words-context.tsx';
import { ClosureFields } from './closure-fields.tsx';
import { FormField } from './form-field.tsx';
import { HoursField } from './hours-field.tsx';
import { PlaceHistoryList } from './place-history-list.tsx';
import { PlacesSketch } from './places-sketch.tsx';
import { draftOf, faultsOf, isDegree, type PointDraft, placeFrom } from './point-draft.ts';
import { TownSelect } from './town-select.tsx';

interface PointPaneProps {
  /** Null: one that is being added. */
  readonly place: Place | null;
  readonly towns: readonly Town[];
  readonly mayEdit: boolean;
  readonly onClose: () => void;
  readonly onSaved: (id: string | null) => void;
}

/** A place to pay at, as a form; for those who may not change it, to be read. */
export function PointPane({ place, towns, mayEdit, onClose, onSaved }: PointPaneProps) {
  const { words } = useWording();
  const { places } = words;
  const [draft, setDraft] = useState(() => draftOf(place));
  const [tried, setTried] = useState(false);
  const { send, busy, failure } = useSending(onSaved);
  useKey('leave', onClose);
  const faults = faultsOf(draft);
  const save = () => {
    setTried(true);
    if (Object.keys(faults).length === 0) void send(place, draft);
  };
  const shown = tried ? faults : {};
  const change = (part: Partial<PointDraft>) => setDraft({ ...draft, ...part });
  const spot = isDegree(draft.lat, 90) && isDegree(draft.lon, 180);
  return (
    <SidePane
      kind="place"
      label={places.pane}
      heading={place?.id ?? places.newPoint}
      words={{ back: places.back, close: places.close }}
      onClose={onClose}
    >
      <form
        className="place-form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {!mayEdit && <Alert type="info" showIcon title={places.readOnly} />}
        <fieldset disabled={!mayEdit}>
          {place === null && <TextField name="id" {...{ draft, shown, change }} />}
          <TextField name="name" {...{ draft, shown, change }} />
          <TextField name="nameEn" {...{ draft, shown, change }} />
          <FormField label={places.fields.kind}>
            <select
              className="select"
              value={draft.kind}
              onChange={({ target }) => change({ kind: target.value as PointDraft['kind'] })}
            >
              {Object.entries(places.kinds).map(([kind, word]) => (
                <option key={kind} value={kind}>
                  {word}
                </option>
              ))}
            </select>
          </FormField>
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
          {failure !== null && <Alert type="error" showIcon title={failureText(words, failure)} />}
          {mayEdit && (
            <div className="place-buttons">
              <Button type="primary" htmlType="submit" loading={busy}>
                {places.save}
              </Button>
              {place !== null && <Remove place={place} onSaved={onSaved} />}
            </div>
          )}
        </fieldset>
      </form>
      {place !== null && <PlaceHistoryList id={place.id} />}
    </SidePane>
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

function Remove({ place, onSaved }: { readonly place: Place; readonly onSaved: PointPaneProps['onSaved'] }) {
  const desk = useDesk();
  const { words } = useWording();
  const { message } = App.useApp();
  const remove = async () => {
    const result = await desk.api.removePlace(place.id, place.version);
    if (!result.ok) return void message.error(failureText(words, result.failure));
    void message.success(words.places.removed);
    onSaved(null);
  };
  return (
    <Popconfirm
      title={words.places.removeSure}
      okText={words.places.remove}
      cancelText={words.places.cancel}
      onConfirm={() => void remove()}
    >
      <Button danger>{words.places.remove}</Button>
    </Popconfirm>
  );
}

function useSending(onSaved: PointPaneProps['onSaved']) {
  const desk = useDesk();
  const { words } = useWording();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const send = async (place: Place | null, draft: PointDraft) => {
    setBusy(true);
    const id = place?.id ?? draft.id.trim();
    const body = placeFrom(draft);
    const result: Result<unknown> =
      place === null
        ? await desk.api.addPlace({ id, ...body })
        : await desk.api.editPlace(id, { ...body, version: place.version });
    setBusy(false);
    setFailure(result.ok ? null : result.failure);
    if (!result.ok) return;
    void message.success(words.places.saved);
    onSaved(id);
  };
  return { send, busy, failure };
}
