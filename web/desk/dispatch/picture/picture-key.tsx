import type { FeederDiagram } from '../../../protocol/desk/feeder.ts';
import { codeWord } from '../../words/code-words.ts';
import { useWords } from '../../words/words-context.tsx';
import { DeviceSymbol } from './device-symbol.tsx';
import type { PictureFacts } from './picture-facts.ts';

/** The picture in a sentence: for whoever does not see it, and whoever has a second only. */
export function PictureCaption({ name, facts }: { name: string; facts: PictureFacts }) {
  const { picture } = useWords().dispatch;
  const { devices, customers, reports, hasPower, dark } = facts;
  return (
    <p className="picture-caption">
      <strong>{picture.summary(name, devices, customers)}</strong>
      {dark > 0 && <span className="fact-reports">{picture.summaryDark(dark)}</span>}
      {reports > 0 && <span>{picture.summaryReports(reports)}</span>}
      {hasPower > 0 && <span>{picture.summaryHasPower(hasPower)}</span>}
    </p>
  );
}

/** What the signs mean: those that occur. */
export function PictureKey({ diagram, facts: { states } }: { diagram: FeederDiagram; facts: PictureFacts }) {
  const { picture } = useWords().dispatch;
  const kinds = new Set(diagram.devices.map(({ kind }) => kind));
  return (
    <ul className="picture-key">
      {states.map((state) => (
        <li key={state}>
          <svg width={26} height={26} viewBox="-13 -13 26 26" aria-hidden="true">
            <DeviceSymbol kind="recloser_or_switch" state={state} />
          </svg>
          {codeWord(picture.state, state)}
        </li>
      ))}
      {Object.entries(picture.kind).map(([kind, word]) => {
        const known = [...kinds].find((one) => one === kind);
        return known === undefined ? null : (
          <li key={kind} className="faint">
            <svg width={22} height={22} viewBox="-11 -11 22 22" aria-hidden="true">
              <DeviceSymbol kind={known} state="dark" />
            </svg>
            {word}
          </li>
        );
      })}
    </ul>
  );
}
