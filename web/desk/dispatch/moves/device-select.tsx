import { Input } from 'antd';
import { useId, useState } from 'react';
import type { IncidentDetail } from '../../../protocol/desk/incident.ts';
import { useDesk } from '../../app/desk-context.tsx';
import { useResource } from '../../app/use-cell.ts';
import { useWords } from '../../words/words-context.tsx';
import { likelihoodOf } from '../reason-lines.ts';
import { devicesNamed } from './devices-named.ts';

interface DeviceSelectProps {
  readonly feederId: string;
  /** Offered first. */
  readonly likely: IncidentDetail['alternatives'];
  readonly value: string;
  readonly onChange: (deviceId: string) => void;
  readonly autoFocus?: boolean;
}

/** A device of a feeder: the likely ones, or any by a part of its name. */
export function DeviceSelect({ feederId, likely, value, onChange, autoFocus = false }: DeviceSelectProps) {
  const { dispatch: words } = useWords();
  const loaded = useResource(useDesk().diagram(feederId));
  const [search, setSearch] = useState('');
  const id = useId();
  const known = new Set(likely.map(({ device }) => device.id));
  const devices = loaded.state === 'ready' ? loaded.value.devices.filter((device) => !known.has(device.id)) : [];
  return (
    <>
      <label htmlFor={id}>{words.chooseDevice}</label>
      <Input
        type="search"
        aria-label={words.searchDevice}
        placeholder={words.searchDevice}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <select
        id={id}
        className="select"
        // biome-ignore lint/a11y/noAutofocus: a dialog that was asked for begins at its first choice
        autoFocus={autoFocus}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      >
        {value === '' && <option value="">{words.chooseDevice}</option>}
        {likely.map(({ device, probability }) => (
          <option key={device.id} value={device.id}>
            {words.perhaps(device.name, likelihoodOf(probability))}
          </option>
        ))}
        {devicesNamed(devices, search, value).map(({ id: deviceId, name }) => (
          <option key={deviceId} value={deviceId}>
            {name}
          </option>
        ))}
      </select>
    </>
  );
}
