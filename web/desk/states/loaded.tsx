import type { ReactNode } from 'react';
import { useResource } from '../app/use-cell.ts';
import type { Resource } from '../live/resource.ts';
import { FailureState } from './failure-state.tsx';
import { LoadingRows } from './loading-rows.tsx';

interface LoadedProps<T> {
  readonly resource: Resource<T>;
  /** So many rows stand in its place until it is there. */
  readonly rows: number;
  readonly children: (value: T) => ReactNode;
}

/** Shows something on the server once it is there; a failure with a way to try again. */
export function Loaded<T>({ resource, rows, children }: LoadedProps<T>) {
  const loaded = useResource(resource);
  if (loaded.state === 'loading') return <LoadingRows rows={rows} />;
  if (loaded.state === 'failed') {
    return <FailureState failure={loaded.failure} onRetry={() => void resource.refresh()} />;
  }
  return children(loaded.value);
}
