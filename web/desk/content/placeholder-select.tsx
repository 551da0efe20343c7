import { useWords } from '../words/words-context.tsx';
import type { Placeholders } from './answer-pieces.ts';

interface PlaceholderSelectProps {
  readonly placeholders: Placeholders;
  readonly onPick: (name: string) => void;
}

/** Every figure that an answer may name, each with what the customer reads there. */
export function PlaceholderSelect({ placeholders, onPick }: PlaceholderSelectProps) {
  const { answers: words } = useWords();
  return (
    <select
      className="select"
      aria-label={words.insert}
      value=""
      onChange={({ target }) => target.value !== '' && onPick(target.value)}
    >
      <option value="">{words.insert}</option>
      {Object.entries(placeholders).map(([name, value]) => (
        <option key={name} value={name}>
          {`{${name}}  ${shortened(value)}`}
        </option>
      ))}
    </select>
  );
}

const LONGEST = 40;

function shortened(value: string): string {
  const line = value.replaceAll('\n', ' ');
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1)}…`;
}
