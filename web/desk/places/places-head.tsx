import { Segmented } from 'antd';
import type { ReactNode } from 'react';
import type { Town } from '../../protocol/desk/place.ts';
import { goTo, useRoute } from '../app/use-route.ts';
import { useWords } from '../words/words-context.tsx';

/** The head of each of the page's lists. */
export function PlacesHead({ lead, children }: { readonly lead: string; readonly children?: ReactNode }) {
  const { places: words } = useWords();
  const route = useRoute();
  return (
    <header className="page-head">
      <div>
        <h1>{words.title}</h1>
        <p className="soft">{lead}</p>
      </div>
      <div className="filters service-filters">
        <Segmented
          aria-label={words.tabsLabel}
          value={route.page === 'places' ? route.tab : 'points'}
          options={TABS.map((tab) => ({ value: tab, label: words.tabs[tab] }))}
          onChange={(tab) => goTo({ page: 'places', tab, id: null })}
        />
        {children}
      </div>
    </header>
  );
}

const TABS = ['points', 'landmarks', 'needs'] as const;

/** What each of the page's lists gets. */
export interface PlacesTabProps {
  readonly towns: readonly Town[];
  /** The id in the pane; `NEW` for one that is being added. */
  readonly chosen: string | null;
  readonly onChoose: (id: string | null) => void;
}
