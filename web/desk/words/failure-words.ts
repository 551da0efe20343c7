import type { DeskWords } from '../../../strings/desk/zh-hans.ts';
import type { Failure } from '../api/failure.ts';

/** What to tell of a failure: the server's own words where it has any. */
export function failureText({ failure: words }: DeskWords, failure: Failure): string {
  if (failure.kind === 'network') return words.network;
  if (failure.kind === 'unreadable') return words.unreadable;
  if (failure.message !== '') return failure.message;
  if (failure.status === 403) return words.forbidden;
  return failure.status >= 500 ? words.server : failure.code;
}
