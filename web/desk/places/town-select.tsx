import type { Town } from '../../protocol/desk/place.ts';
import { useWording } from '../words/words-context.tsx';

interface TownSelectProps {
  readonly towns: readonly Town[];
  readonly value: string;
  readonly onChange: (code: string) => void;
  /** From the field that it stands in. */
  readonly id?: string;
  readonly 'aria-invalid'?: boolean;
  readonly 'aria-describedby'?: string;
}

export function TownSelect({ towns, value, onChange, ...field }: TownSelectProps) {
  const { language } = useWording();
  return (
    <select className="select" value={value} onChange={({ target }) => onChange(target.value)} {...field}>
      <option value="">—</option>
      {towns.map(({ code, zh, en }) => (
        <option key={code} value={code}>
          {language === 'en' ? en : zh}
        </option>
      ))}
    </select>
  );
}
