export interface TravelTime {
  /** Minutes, rounded up, at least 1. */
  readonly walking: number;
  readonly driving: number;
}

/** Ways are longer than the straight line: about 1.3 times on town streets, a figure commonly used in planning. */
const DETOUR = 1.3;
/** A grown person's walk, 4.8 km/h. */
const WALKING_METRES_PER_MINUTE = 80;
/** Driving in town with lights and traffic, 24 km/h, and the time to set off and to park. */
const DRIVING_METRES_PER_MINUTE = 400;
const DRIVING_EXTRA_MINUTES = 3;

/** Estimates from the straight line alone, in metres; whoever shows them must say that they are estimates. */
export function estimateTravel(metres: number): TravelTime {
  const way = metres * DETOUR;
  return {
    walking: Math.max(1, Math.ceil(way / WALKING_METRES_PER_MINUTE)),
    driving: Math.ceil(way / DRIVING_METRES_PER_MINUTE) + DRIVING_EXTRA_MINUTES,
  };
}
