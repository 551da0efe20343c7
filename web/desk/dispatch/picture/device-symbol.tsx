import type { DiagramDevice } from '../../../protocol/desk/feeder.ts';

interface DeviceSymbolProps {
  /** Null for several devices together. */
  readonly kind: DiagramDevice['kind'] | null;
  readonly state: DiagramDevice['state'];
}

/** A device as one-line diagrams draw it, around 0,0; full where it is supplied, hollow where it is not. */
export function DeviceSymbol({ kind, state }: DeviceSymbolProps) {
  return (
    <g className={`device device-${state}`}>
      {RINGED.has(state) && <circle className="device-ring" r={12} />}
      <Shape kind={kind} />
      {state === 'failed' && <path className="device-cross" d="M-7-7 7 7M7-7-7 7" />}
    </g>
  );
}

const RINGED: ReadonlySet<DiagramDevice['state']> = new Set(['probable', 'failed', 'suspect']);

function Shape({ kind }: Pick<DeviceSymbolProps, 'kind'>) {
  switch (kind) {
    case 'substation':
      return (
        <>
          <rect className="device-body" x={-8} y={-8} width={16} height={16} rx={2} />
          <circle className="device-mark" r={3.5} />
        </>
      );
    case 'feeder_breaker':
      return <rect className="device-body" x={-7} y={-7} width={14} height={14} rx={1} />;
    case 'recloser_or_switch':
      return (
        <>
          <circle className="device-body" r={6.5} />
          <path className="device-mark" d="M-3.5 0h7" />
        </>
      );
    case 'fuse':
      return (
        <>
          <rect className="device-body" x={-8} y={-4} width={16} height={8} rx={1.5} />
          <path className="device-mark" d="M-8 0H8" />
        </>
      );
    case 'transformer':
      return (
        <>
          <circle className="device-body" cx={-3.2} r={5.2} />
          <circle className="device-body" cx={3.2} r={5.2} />
        </>
      );
    case 'lv_line':
      return <rect className="device-body" x={-2.5} y={-7} width={5} height={14} rx={1.5} />;
    case 'service':
      return <circle className="device-body" r={3.5} />;
    case null:
      return (
        <>
          <rect className="device-several" x={-9} y={-6} width={18} height={12} rx={6} />
          <path className="device-dots" d="M-4.5 0h0M0 0h0M4.5 0h0" />
        </>
      );
  }
}
