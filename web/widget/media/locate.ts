export type PositionOutcome =
  | { kind: 'found'; latitude: number; longitude: number }
  | { kind: 'refused' }
  | { kind: 'unavailable' };

/** Asks the device where it is; the browser asks the customer first. */
export function locate(geolocation: Geolocation | undefined): Promise<PositionOutcome> {
  return new Promise((resolve) => {
    if (geolocation === undefined) return resolve({ kind: 'unavailable' });
    geolocation.getCurrentPosition(
      ({ coords }) => resolve({ kind: 'found', latitude: coords.latitude, longitude: coords.longitude }),
      ({ code, PERMISSION_DENIED }) => resolve({ kind: code === PERMISSION_DENIED ? 'refused' : 'unavailable' }),
      { enableHighAccuracy: true, timeout: 12_000, maximumAge: 60_000 },
    );
  });
}
