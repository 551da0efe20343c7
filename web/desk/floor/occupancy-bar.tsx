import { useWords } from '../words/words-context.tsx';

/** More places than these are drawn as one length. */
const MOST_PLACES = 12;

/** How full somebody is: a place for each conversation they can take, and those beyond it. */
export function OccupancyBar({ load, capacity }: { load: number; capacity: number }) {
  const { floor: words } = useWords();
  const places = Math.max(load, capacity);
  const tone = load > capacity ? 'over' : load === capacity && capacity > 0 ? 'full' : 'room';
  return (
    <span className="occupancy">
      <svg
        viewBox="0 0 120 12"
        preserveAspectRatio="none"
        role="img"
        aria-label={words.loadLabel(load, capacity)}
        className={`occupancy-${tone}`}
      >
        {places > MOST_PLACES || places === 0 ? (
          <>
            <rect className="occupancy-free" width={120} height={12} rx={3} />
            <rect className="occupancy-taken" width={places === 0 ? 0 : (120 * load) / places} height={12} rx={3} />
          </>
        ) : (
          Array.from({ length: places }, (_, index) => (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: a place is its number
              key={index}
              className={index >= capacity ? 'occupancy-beyond' : index < load ? 'occupancy-taken' : 'occupancy-free'}
              x={(120 * index) / places + 1}
              width={120 / places - 2}
              height={12}
              rx={2}
            />
          ))
        )}
      </svg>
      <span className="figures">{words.load(load, capacity)}</span>
    </span>
  );
}
