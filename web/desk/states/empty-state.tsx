import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly note?: string;
  readonly children?: ReactNode;
}

/** In place of what is not there: why, and what would bring it. */
export function EmptyState({ icon, title, note, children }: EmptyStateProps) {
  return (
    <div className="state">
      <span className="state-icon">{icon}</span>
      <h2>{title}</h2>
      {note !== undefined && <p>{note}</p>}
      {children}
    </div>
  );
}
