import type { ReactNode } from 'react';

/** A titled stretch of the context. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="context-part">
      <h2>{title}</h2>
      {children}
    </section>
  );
}
