import { AlertFilled, ExclamationCircleFilled, InfoCircleFilled, MinusCircleFilled } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useWords } from '../words/words-context.tsx';
import type { Severity } from './severity.ts';

const ICONS: Readonly<Record<Severity, ReactNode>> = {
  P1: <AlertFilled />,
  P2: <ExclamationCircleFilled />,
  P3: <InfoCircleFilled />,
  P4: <MinusCircleFilled />,
};

/** A grade: colour, icon and word together. */
export function SeverityBadge({ severity, strong = false }: { severity: Severity; strong?: boolean }) {
  const { codes } = useWords();
  return (
    <span className={`severity severity-${severity}${strong ? ' severity-strong' : ''}`}>
      {ICONS[severity]}
      {severity} <span className="severity-word">{codes.severity[severity]}</span>
    </span>
  );
}
