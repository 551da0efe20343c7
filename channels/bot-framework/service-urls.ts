const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** Whether a channel's service may be written to: what is posted here names it, and must not lead us just anywhere. */
export type AllowServiceUrl = (serviceUrl: string) => boolean;

/** Services on these hosts and below them, over TLS; a loopback host among them may do without. */
export function servicesOf(hosts: readonly string[]): AllowServiceUrl {
  const allowed = hosts.map((host) => host.toLowerCase());
  return (serviceUrl) => {
    const url = plainUrl(serviceUrl);
    if (url === null || (url.protocol !== 'https:' && !LOOPBACK.has(url.hostname))) return false;
    return allowed.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
  };
}

/** For development: services on this machine only. */
export const loopbackServices: AllowServiceUrl = (serviceUrl) => {
  const url = plainUrl(serviceUrl);
  return url !== null && LOOPBACK.has(url.hostname);
};

function plainUrl(text: string): URL | null {
  const url = URL.parse(text);
  if (url === null || !['https:', 'http:'].includes(url.protocol)) return null;
  return url.username === '' && url.password === '' && url.search === '' && url.hash === '' ? url : null;
}
