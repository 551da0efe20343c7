import { Segmented } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { FeederDiagram } from '../../../protocol/desk/feeder.ts';
import { useDesk } from '../../app/desk-context.tsx';
import { useResource } from '../../app/use-cell.ts';
import { KeyCaps } from '../../keys/key-caps.tsx';
import { useKey } from '../../keys/keys-context.tsx';
import { FailureState } from '../../states/failure-state.tsx';
import { LoadingRows } from '../../states/loading-rows.tsx';
import { StaleNote } from '../../states/stale-note.tsx';
import { useWords } from '../../words/words-context.tsx';
import { FeederMap } from './feeder-map.tsx';
import { OneLine } from './one-line.tsx';
import { pictureFacts } from './picture-facts.ts';
import { PictureCaption, PictureKey } from './picture-key.tsx';
import { useWidth } from './use-width.ts';

type View = 'oneLine' | 'map';
const NOTHING: ReadonlySet<string> = new Set();

interface NetworkPictureProps {
  readonly feederId: string;
  /** The incident whose device is looked for. */
  readonly selected: string | null;
}

/** The network around an incident: as a one-line diagram, or as a map where it is known where things stand. */
export function NetworkPicture({ feederId, selected }: NetworkPictureProps) {
  const resource = useDesk().diagram(feederId);
  const loaded = useResource(resource);
  if (loaded.state === 'loading') return <LoadingRows rows={6} />;
  if (loaded.state === 'failed') {
    return <FailureState failure={loaded.failure} onRetry={() => void resource.refresh()} />;
  }
  return (
    <>
      <Picture diagram={loaded.value} selected={selected} />
      {loaded.failure !== null && <StaleNote failure={loaded.failure} onRetry={() => void resource.refresh()} />}
    </>
  );
}

function Picture({ diagram, selected }: { diagram: FeederDiagram; selected: string | null }) {
  const { picture } = useWords().dispatch;
  const [view, setView] = useState<View>('oneLine');
  const [unfolded, setUnfolded] = useState(NOTHING);
  const { ref, width } = useWidth<HTMLElement>();
  const facts = useMemo(() => pictureFacts(diagram), [diagram]);
  const hasPlaces = diagram.devices.some(({ lat, lon }) => lat !== null && lon !== null);
  const shown = hasPlaces ? view : 'oneLine';
  useKey('picture', hasPlaces ? () => setView(view === 'map' ? 'oneLine' : 'map') : null);
  useCurrentInView(ref, `${diagram.feeder.id} ${selected} ${shown} ${width > 0}`);
  return (
    <figure className="picture">
      <figcaption>
        <PictureCaption name={diagram.feeder.name} facts={facts} />
        {unfolded.size > 0 && (
          <button type="button" className="picture-fold" onClick={() => setUnfolded(NOTHING)}>
            {picture.fold}
          </button>
        )}
        {hasPlaces && (
          <>
            <KeyCaps action="picture" />
            <Segmented<View>
              size="small"
              aria-label={picture.view}
              value={shown}
              options={[
                { value: 'oneLine', label: picture.oneLine },
                { value: 'map', label: picture.map },
              ]}
              onChange={setView}
            />
          </>
        )}
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and not everything in it takes the focus */}
      <section ref={ref} className="picture-frame" aria-label={picture.scroll} tabIndex={0}>
        {width === 0 ? null : shown === 'map' ? (
          <FeederMap diagram={diagram} width={width} selected={selected} />
        ) : (
          <OneLine
            diagram={diagram}
            width={width}
            selected={selected}
            unfolded={unfolded}
            onUnfold={(id) => setUnfolded(new Set([...unfolded, id]))}
          />
        )}
      </section>
      <PictureKey diagram={diagram} facts={facts} />
    </figure>
  );
}

/** Brings the device that the incident is about into the frame, once for each incident: later the frame is the reader's. */
function useCurrentInView(ref: { readonly current: HTMLElement | null }, occasion: string): void {
  const done = useRef('');
  useEffect(() => {
    const frame = ref.current;
    const current = frame?.querySelector('.node-current');
    if (frame === null || current === null || current === undefined || done.current === occasion) return;
    done.current = occasion;
    const [outer, inner] = [frame.getBoundingClientRect(), current.getBoundingClientRect()];
    frame.scrollTop += inner.top - outer.top - outer.height / 3;
    if (inner.right > outer.right) frame.scrollLeft += inner.left - outer.left - outer.width / 4;
  });
}
