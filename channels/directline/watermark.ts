import { type Refusal, refuse } from '../http/http-answer.ts';

/** A watermark is the seq up to which a client has read; none, or `-`, means nothing yet. */
export function readWatermark(text: string | null): number | Refusal {
  if (text === null || text === '' || text === '-' || text === 'null' || text === 'undefined') return 0;
  return /^\d{1,15}$/.test(text) ? Number(text) : refuse(400, 'watermark_invalid', { field: 'watermark' });
}
