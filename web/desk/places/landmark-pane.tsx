import { Input } from 'antd';
import { useState } from 'react';
import type { Landmark, Town } from '../../protocol/desk/place.ts';
import { useDesk } from '../app/desk-context.tsx';
import { useWording } from '../words/words-context.tsx';
import { FormField } from './form-field.tsx';
import { type LandmarkDraft, landmarkDraftOf, landmarkFaultsOf, landmarkFrom } from './landmark-draft.ts';
import { KindField, PlaceForm } from './place-form.tsx';
import { TownSelect } from './town-select.tsx';
import { usePlaceChange } from './use-place-change.ts';

interface LandmarkPaneProps {
  /** Null: one that is being added. */
  readonly landmark: Landmark | null;
  readonly towns: readonly Town[];
  readonly mayEdit: boolean;
  readonly onClose: () => void;
  readonly onSaved: (id: string | null) => void;
}

/** What people name to say where they are. */
export function LandmarkPane({ landmark, towns, mayEdit, onClose, onSaved }: LandmarkPaneProps) {
  const desk = useDesk();
  const { places } = useWording().words;
  const [draft, setDraft] = useState(() => landmarkDraftOf(landmark));
  const [tried, setTried] = useState(false);
  const { run, busy, failure } = usePlaceChange(onSaved);
  const faults = landmarkFaultsOf(draft);
  const shown = tried ? faults : {};
  const change = (part: Partial<LandmarkDraft>) => setDraft({ ...draft, ...part });
  const save = () => {
    setTried(true);
    if (Object.keys(faults).length > 0) return;
    const id = landmark?.id ?? draft.id.trim();
    const body = landmarkFrom(draft);
    const call = landmark
      ? desk.api.editLandmark(id, { ...body, version: landmark.version })
      : desk.api.addLandmark({ id, ...body });
    void run(call, 'saved', id);
  };
  const names = [
    ...(landmark === null ? (['id'] as const) : []),
    'name',
    'nameEn',
    'otherNames',
    'lat',
    'lon',
  ] as const;
  return (
    <PlaceForm
      heading={landmark?.id ?? places.newLandmark}
      {...{ mayEdit, busy, failure, onClose }}
      onSave={save}
      onRemove={landmark && (() => void run(desk.api.removeLandmark(landmark.id, landmark.version), 'removed', null))}
    >
      {names.map((name) => (
        <FormField key={name} label={places.fields[name]} fault={shown[name]}>
          <Input maxLength={300} value={draft[name]} onChange={({ target }) => change({ [name]: target.value })} />
        </FormField>
      ))}
      <KindField kinds={places.landmarkKinds} value={draft.kind} onChange={(kind) => change({ kind })} />
      <FormField label={places.fields.town} fault={shown.townCode}>
        <TownSelect towns={towns} value={draft.townCode} onChange={(townCode) => change({ townCode })} />
      </FormField>
    </PlaceForm>
  );
}
