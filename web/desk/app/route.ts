/** Where one is at the desk; lives in the address behind the #, so that a reload or a link leads to the same place. */
export type Route =
  | { readonly page: 'conversations'; readonly sessionId: string | null; readonly step: 'conversation' | 'context' }
  | { readonly page: 'tickets'; readonly number: string | null }
  | { readonly page: 'dispatch'; readonly number: string | null }
  | { readonly page: 'answers'; readonly intent: string | null; readonly language: string | null }
  | { readonly page: 'learning'; readonly id: string | null }
  | { readonly page: 'roster' }
  | { readonly page: 'floor' }
  | { readonly page: 'places'; readonly tab: 'points' | 'landmarks' | 'needs'; readonly id: string | null }
  | { readonly page: 'reliability' }
  | { readonly page: 'ratings' }
  | { readonly page: 'figures' }
  | { readonly page: 'audit' }
  | { readonly page: 'staff'; readonly id: string | null }
  | { readonly page: 'account' }
  | { readonly page: 'banners' }
  | { readonly page: 'dead-letters' };

export type Page = Route['page'];

/** Reads a location's hash; anything unknown leads to the conversations. */
export function parseRoute(hash: string): Route {
  const [page, first, second] = hash
    .replace(/^#?\/?/, '')
    .split('/')
    .map(decode);
  switch (page) {
    case 'tickets':
    case 'dispatch':
      return { page, number: given(first) };
    case 'answers':
      return { page, intent: given(first), language: given(second) };
    case 'places':
      return { page, tab: first === 'landmarks' || first === 'needs' ? first : 'points', id: given(second) };
    case 'learning':
    case 'staff':
      return { page, id: given(first) };
    case 'roster':
    case 'floor':
    case 'reliability':
    case 'ratings':
    case 'figures':
    case 'audit':
    case 'account':
    case 'banners':
    case 'dead-letters':
      return { page };
    default:
      return {
        page: 'conversations',
        sessionId: page === 'conversations' ? given(first) : null,
        step: second === 'context' ? 'context' : 'conversation',
      };
  }
}

export function formatRoute(route: Route): string {
  return `#/${partsOf(route)
    .filter((part) => part !== null)
    .map(encodeURIComponent)
    .join('/')}`;
}

function partsOf(route: Route): (string | null)[] {
  switch (route.page) {
    case 'conversations':
      return [route.page, route.sessionId, route.sessionId !== null && route.step === 'context' ? 'context' : null];
    case 'tickets':
    case 'dispatch':
      return [route.page, route.number];
    case 'learning':
    case 'staff':
      return [route.page, route.id];
    case 'places':
      return [route.page, route.tab, route.id];
    case 'answers':
      return [route.page, route.intent, route.intent === null ? null : route.language];
    default:
      return [route.page];
  }
}

function given(part: string | undefined): string | null {
  return part === undefined || part === '' ? null : part;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // A stray % in a hand-typed address.
    return part;
  }
}
