/** Browser and system out of a User-Agent header, for example `Chrome · Windows`; empty where it tells neither. */
export function deviceName(userAgent: string | undefined): string {
  const text = (userAgent ?? '').slice(0, 500);
  const named = [BROWSERS, SYSTEMS].flatMap((known) => known.find(([, pattern]) => pattern.test(text))?.[0] ?? []);
  return named.join(' · ');
}

type Known = readonly (readonly [name: string, pattern: RegExp])[];

/** Each before those that it claims to be as well. */
const BROWSERS: Known = [
  ['WeChat', /MicroMessenger\//],
  ['Edge', /Edg(A|iOS)?\//],
  ['Opera', /OPR\//],
  ['Samsung Internet', /SamsungBrowser\//],
  ['Firefox', /(Firefox|FxiOS)\//],
  ['Chrome', /(Chrome|CriOS)\//],
  ['Safari', /Safari\//],
];

const SYSTEMS: Known = [
  ['HarmonyOS', /HarmonyOS/],
  ['Android', /Android/],
  ['iOS', /iPhone|iPad|iPod/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X|Macintosh/],
  ['ChromeOS', /CrOS/],
  ['Linux', /Linux/],
];
