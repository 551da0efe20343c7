import { Input } from 'antd';
import { useEffect, useState } from 'react';
import type { Town } from '../../protocol/desk/place.ts';
import type { PlaceFilter } from '../api/calls/place-calls.ts';
import { useWording } from '../words/words-context.tsx';

interface PlaceFiltersProps {
  readonly what: 'places' | 'landmarks';
  readonly towns: readonly Town[];
  readonly filter: PlaceFilter;
  readonly onChange: (filter: PlaceFilter) => void;
}

/** Words are looked for once nobody has typed for so long, milliseconds. */
const REST = 300;

export function PlaceFilters({ what, towns, filter, onChange }: PlaceFiltersProps) {
  const { words, language } = useWording();
  const { places } = words;
  const [typed, setTyped] = useState(filter.words ?? '');
  useEffect(() => {
    const wanted = typed.trim() === '' ? null : typed.trim();
    if (wanted === filter.words) return undefined;
    const waiting = setTimeout(() => onChange({ ...filter, words: wanted }), REST);
    return () => clearTimeout(waiting);
  }, [typed, filter, onChange]);
  const kinds = Object.entries(what === 'places' ? places.kinds : places.landmarkKinds);
  return (
    <div className="places-filters">
      <Input
        allowClear
        aria-label={places.search}
        placeholder={places.search}
        maxLength={60}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <Choice
        label={places.town}
        all={places.allTowns}
        value={filter.town}
        options={towns.map(({ code, zh, en }) => [code, language === 'en' ? en : zh])}
        onChange={(town) => onChange({ ...filter, town })}
      />
      <Choice
        label={places.kind}
        all={places.allKinds}
        value={filter.kind}
        options={kinds}
        onChange={(kind) => onChange({ ...filter, kind })}
      />
      {what === 'places' && (
        <>
          <Choice
            label={places.service}
            all={places.allServices}
            value={filter.service}
            options={Object.entries(places.services)}
            onChange={(service) => onChange({ ...filter, service })}
          />
          <label className="filter-mine">
            <input
              type="checkbox"
              checked={filter.closed}
              onChange={({ target }) => onChange({ ...filter, closed: target.checked })}
            />
            {places.onlyClosed}
          </label>
        </>
      )}
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly all: string;
  readonly value: string | null;
  readonly options: readonly (readonly [string, string])[];
  readonly onChange: (value: string | null) => void;
}

function Choice({ label, all, value, options, onChange }: ChoiceProps) {
  return (
    <select
      className="select"
      aria-label={label}
      value={value ?? ''}
      onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
    >
      <option value="">{all}</option>
      {options.map(([code, name]) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </select>
  );
}
