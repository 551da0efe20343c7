import type { IncidentDetail, Reason } from '../../protocol/desk/incident.ts';
import { codeWord } from '../words/code-words.ts';
import { useWords } from '../words/words-context.tsx';
import { Part } from '../workspace/context-part.tsx';
import { likelihoodOf, whyLine } from './reason-lines.ts';

/** Which device it is thought to be, how surely and why, and which others it may be. */
export function DevicePart({ detail: { incident, alternatives } }: { detail: IncidentDetail }) {
  const { dispatch: words } = useWords();
  const { device, probability, reasons, state } = incident;
  const others = alternatives.filter((other) => other.device.id !== device?.id);
  return (
    <Part title={state === 'probable' ? words.device : words.deviceConfirmed}>
      {device === null ? (
        <p className="faint">{words.noDevice}</p>
      ) : (
        <Device name={device.name} kind={device.kind} share={probability} sure={state !== 'probable'} />
      )}
      {reasons.length > 0 && (
        <>
          <h3 className="dispatch-sub">{words.whyDevice}</h3>
          <Why reasons={reasons} />
        </>
      )}
      {others.length > 0 && state === 'probable' && (
        <>
          <h3 className="dispatch-sub">{words.alternatives}</h3>
          <ul className="alternatives">
            {others.map((other) => (
              <li key={other.device.id}>
                <Device name={other.device.name} kind={other.device.kind} share={other.probability} sure={false} />
                <Why reasons={other.reasons} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Part>
  );
}

interface DeviceProps {
  readonly name: string;
  readonly kind: string;
  readonly share: number;
  readonly sure: boolean;
}

function Device({ name, kind, share, sure }: DeviceProps) {
  const { dispatch: words } = useWords();
  return (
    <p className="device-line">
      <strong>{name}</strong> <span className="faint">{codeWord(words.picture.kind, kind)}</span>
      {!sure && (
        <span className="device-likely">
          <meter
            className="device-share"
            min={0}
            max={1}
            value={share}
            aria-label={words.probability(likelihoodOf(share))}
          />
          <span className="figures">{words.probability(likelihoodOf(share))}</span>
        </span>
      )}
    </p>
  );
}

function Why({ reasons }: { reasons: readonly Reason[] }) {
  const words = useWords();
  return (
    <ul className="device-why">
      {reasons.map((reason) => (
        <li key={reason.code}>{whyLine(words, reason)}</li>
      ))}
    </ul>
  );
}
