import type { DeskParts } from '../../desk/desk-parts.ts';
import { exportLabelled } from '../../desk/learning/export-labelled.ts';
import { RIGHTS } from '../../domain/desk/rights.ts';
import type { Door } from '../door.ts';
import { refuse } from '../http/http-answer.ts';
import type { Endpoint } from '../http-server.ts';
import type { DescribedRoute } from '../openapi.ts';

const TYPE = 'application/x-ndjson';

/** For the description of the API. */
export const LEARNING_EXPORT: DescribedRoute = {
  method: 'get',
  path: '/api/desk/learning-export',
  summary: 'All labelled messages as lines of training data',
  access: RIGHTS['learning.review'],
  answerType: TYPE,
};

/** What npm run retrain -- --with takes, as a file to be saved. */
export function learningExport({ door, parts }: { readonly door: Door; readonly parts: DeskParts }): Endpoint {
  return async ({ raw }) => {
    const admission = await door.admit({ access: RIGHTS['learning.review'], fresh: true }, raw);
    if (!admission.admitted) return refuse(admission.status, admission.code);
    const { lines } = await exportLabelled(parts, admission.caller);
    const headers = { 'content-disposition': 'attachment; filename="labelled.jsonl"' };
    return { kind: 'bytes', status: 200, contentType: `${TYPE}; charset=utf-8`, bytes: lines, headers };
  };
}
