import type { ReactNode } from 'react';

interface ListPageProps {
  readonly title: string;
  readonly lead: string;
  /** Of the body, beside its own. */
  readonly className?: string;
  readonly children: ReactNode;
}

/** A page of one list, under its title and what it is for. */
export function ListPage({ title, lead, className, children }: ListPageProps) {
  return (
    <section className="list-page">
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          <p className="soft">{lead}</p>
        </div>
      </header>
      <div className={className === undefined ? 'list-body' : `list-body ${className}`}>{children}</div>
    </section>
  );
}
