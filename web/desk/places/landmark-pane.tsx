import { Alert, App, Button, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import type { Landmark, LandmarkKindName, Town } from '../../protocol/desk/place.ts';
import type { Failure, Result } from '../api/failure.ts';
import { useDesk } from '../app/desk-context.tsx';
import { SidePane } from '../app/side-pane.tsx';
import { useKey } from '../keys/keys-context.tsx';
import { failureText } from '../words/failure-words.ts';
import { useWording } from '../words/words-context.tsx';
import { FormField } from './form-field.tsx';
import { type LandmarkDraft, landmarkDraftOf, landmarkFaultsOf, landmarkFrom } from './landmark-draft.ts';
import { TownSelect } from './town-select.tsx';

interface LandmarkPaneProps {
  /** Null: one that is being added. */
  readonly landmark: Landmark | null;
  readonly towns: readonly Town[];
  readonly mayEdit: boolean;
  readonly onClose: () => void;
  readonly onSaved: (id: string | null) => void;
}

export function LandmarkPane({ landmark, towns, mayEdit, onClose, onSaved }: LandmarkPaneProps) {
  const { words } = useWording();
  const { places } = words;
  const [draft, setDraft] = useState(() => landmarkDraftOf(landmark));
  const [tried, setTried] = useState(false);
  const { save, remove, busy, failure } = useLandmarkChange(landmark, onSaved);
  useKey('leave', onClose);
  const faults = landmarkFaultsOf(draft);
  const shown = tried ? faults : {};
  const change = (part: Partial<LandmarkDraft>) => setDraft({ ...draft, ...part });
  const names = [
    ...(landmark === null ? (['id'] as const) : []),
    'name',
    'nameEn',
    'otherNames',
    'lat',
    'lon',
  ] as const;
  return (
    <SidePane
      kind="place"
      label={places.pane}
      heading={landmark?.id ?? places.newLandmark}
      words={{ back: places.back, close: places.close }}
      onClose={onClose}
    >
      <form
        className="place-form"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (Object.keys(faults).length === 0) void save(draft);
        }}
      >
        {!mayEdit && <Alert type="info" showIcon title={places.readOnly} />}
        <fieldset disabled={!mayEdit}>
          {names.map((name) => (
            <FormField key={name} label={places.fields[name]} fault={shown[name]}>
              <Input maxLength={300} value={draft[name]} onChange={({ target }) => change({ [name]: target.value })} />
            </FormField>
          ))}
          <FormField label={places.fields.kind}>
            <select
              className="select"
              value={draft.kind}
              onChange={({ target }) => change({ kind: target.value as LandmarkKindName })}
            >
              {Object.entries(places.landmarkKinds).map(([kind, word]) => (
                <option key={kind} value={kind}>
                  {word}
                </option>
              ))}
            </select>
          </FormField>
          <FormField label={places.fields.town} fault={shown.townCode}>
            <TownSelect towns={towns} value={draft.townCode} onChange={(townCode) => change({ townCode })} />
          </FormField>
          {failure !== null && <Alert type="error" showIcon title={failureText(words, failure)} />}
          {mayEdit && (
            <div className="place-buttons">
              <Button type="primary" htmlType="submit" loading={busy}>
                {places.save}
              </Button>
              {landmark !== null && (
                <Popconfirm
                  title={places.removeSure}
                  okText={places.remove}
                  cancelText={places.cancel}
                  onConfirm={() => void remove()}
                >
                  <Button danger>{places.remove}</Button>
                </Popconfirm>
              )}
            </div>
          )}
        </fieldset>
      </form>
    </SidePane>
  );
}

function useLandmarkChange(landmark: Landmark | null, onSaved: LandmarkPaneProps['onSaved']) {
  const desk = useDesk();
  const { words } = useWording();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const doing = async (call: Promise<Result<unknown>>, done: string, id: string | null) => {
    setBusy(true);
    const result = await call;
    setBusy(false);
    setFailure(result.ok ? null : result.failure);
    if (!result.ok) return;
    void message.success(done);
    onSaved(id);
  };
  return {
    busy,
    failure,
    save: (draft: LandmarkDraft) => {
      const id = landmark?.id ?? draft.id.trim();
      const body = landmarkFrom(draft);
      const call = landmark
        ? desk.api.editLandmark(id, { ...body, version: landmark.version })
        : desk.api.addLandmark({ id, ...body });
      return doing(call, words.places.saved, id);
    },
    remove: async () => {
      if (landmark) await doing(desk.api.removeLandmark(landmark.id, landmark.version), words.places.removed, null);
    },
  };
}
