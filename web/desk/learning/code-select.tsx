interface CodeSelectProps {
  readonly id?: string;
  /** What stands for none: chosen while the value is null. Without it there is always one. */
  readonly label?: string;
  readonly value: string | null;
  readonly codes: Readonly<Record<string, string>>;
  readonly onChange: (value: string | null) => void;
}

/** A choice of one code by its word. */
export function CodeSelect({ id, label, value, codes, onChange }: CodeSelectProps) {
  return (
    <select
      id={id}
      className="select"
      aria-label={id === undefined ? label : undefined}
      value={value ?? ''}
      onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
    >
      {label !== undefined && <option value="">{label}</option>}
      {Object.entries(codes).map(([code, word]) => (
        <option key={code} value={code}>
          {word}
        </option>
      ))}
    </select>
  );
}
