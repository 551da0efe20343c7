import { useCallback } from 'react';
import { useDesk } from '../app/desk-context.tsx';
import { goTo, useRoute } from '../app/use-route.ts';
import { FailureState } from '../states/failure-state.tsx';
import { LoadingRows } from '../states/loading-rows.tsx';
import { useAnswer } from '../states/use-answer.ts';
import { LandmarksView } from './landmarks-view.tsx';
import { NeedsView } from './needs-view.tsx';
import type { PlacesTabProps } from './places-head.tsx';
import { PointsView } from './points-view.tsx';

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
