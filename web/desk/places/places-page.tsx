import { Segmented } from 'antd';
import { type ReactNode, useCallback } from 'react';
import type { Town } from '../../protocol/desk/place.ts';
import { useDesk } from '../app/desk-context.tsx';
import { goTo, useRoute } from '../app/use-route.ts';
import { FailureState } from '../states/failure-state.tsx';
import { LoadingRows } from '../states/loading-rows.tsx';
import { useAnswer } from '../states/use-answer.ts';
import { useWords } from '../words/words-context.tsx';
import { LandmarksView } from './landmarks-view.tsx';
import { NeedsView } from './needs-view.tsx';
import { PointsView } from './points-view.tsx';

const TABS = ['points', 'landmarks', 'needs'] as const;

/** Places to pay at, landmarks, and where places were lacking. */
export function PlacesPage() {
  const desk = useDesk();
  const route = useRoute();
  const { value, failure, refresh } = useAnswer(useCallback(() => desk.api.placeTowns(), [desk]));
  const tab = route.page === 'places' ? route.tab : 'points';
  const id = route.page === 'places' ? route.id : null;
  if (value === null) {
    return failure === null ? <LoadingRows rows={10} /> : <FailureState failure={failure} onRetry={refresh} />;
  }
  const props: PlacesTabProps = {
    towns: value.towns,
    chosen: id,
    onChoose: (chosen) => goTo({ page: 'places', tab, id: chosen }),
  };
  if (tab === 'needs') return <NeedsView {...props} />;
  return tab === 'landmarks' ? <LandmarksView {...props} /> : <PointsView {...props} />;
}

export interface PlacesTabProps {
  readonly towns: readonly Town[];
  /** The id in the pane; `NEW` for one that is being added. */
  readonly chosen: string | null;
  readonly onChoose: (id: string | null) => void;
}

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
