import type { Request } from 'restify';

/**
 * Whether the router may see a request: restify builds a URL from the Host header and the path, and a throw in there would
 * end the process. Hosts stand in our own addresses and policies: names and numbers only.
 */
export function isSafeAddress(raw: Request): boolean {
  if (!raw.url?.startsWith('/') || !/^[\w.:[\]-]*$/.test(raw.headers.host ?? '')) return false;
  try {
    raw.getUrl();
    decodeURIComponent(raw.url.split('?')[0] ?? '');
    return true;
  } catch {
    // TypeError or URIError: the caller's mistake, answered as such.
    return false;
  }
}
