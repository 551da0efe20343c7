import { hasRight } from '../../domain/desk/rights.ts';
import { veilPersonal } from '../../domain/privacy/veil-personal.ts';
import type { Route } from '../route.ts';

/** Routes whose answers show whom service was given to only to those who may know it; the rest see them masked. */
export function veilAnswers(routes: readonly Route[]): Route[] {
  return routes.map((route) => ({
    ...route,
    handle: async (request) => {
      const answer = await route.handle(request);
      if (!('body' in answer) || hasRight(request.caller.roles, 'customers.identify')) return answer;
      return { ...answer, body: veilPersonal(answer.body) };
    },
  }));
}
