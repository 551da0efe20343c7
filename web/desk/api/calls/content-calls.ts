import type { z } from 'zod';
import {
  type answerEditSchema,
  answerListSchema,
  type bannerCreateSchema,
  bannerListSchema,
  deadLetterListSchema,
} from '../../../protocol/desk/content.ts';
import {
  type CorrectionRequest,
  type LearningLabel,
  learningItemSchema,
  learningListSchema,
} from '../../../protocol/desk/learning.ts';
import { anything, type Calls, nothing, part, query } from './calls.ts';

export interface LearningFilter {
  readonly state: string;
  readonly reason: string | null;
  readonly language: string | null;
  readonly intent: string | null;
}

/** What the bot says, what it learns from, and what could not be delivered. */
export function contentCalls(calls: Calls) {
  return {
    answers: () => calls.get('answers', answerListSchema),
    editAnswer: (intent: string, language: string, edit: z.infer<typeof answerEditSchema>) =>
      calls.put(`answers/${part(intent)}/${part(language)}`, edit, anything),

    banners: () => calls.get('banners', bannerListSchema),
    postBanner: (banner: z.infer<typeof bannerCreateSchema>) => calls.post('banners', banner, anything),
    removeBanner: (id: string) => calls.remove(`banners/${part(id)}`),

    correct: (id: string, correction: CorrectionRequest) =>
      calls.post(`sessions/${part(id)}/corrections`, correction, nothing),
    learning: (filter: LearningFilter, cursor: string | null) =>
      calls.get(`learning${query({ cursor, ...filter })}`, learningListSchema),
    learningItem: (id: string) => calls.get(`learning/${part(id)}`, learningItemSchema),
    labelLearning: (id: string, label: LearningLabel) => calls.post(`learning/${part(id)}/label`, label, nothing),
    discardLearning: (id: string) => calls.post(`learning/${part(id)}/discard`, undefined, nothing),
    reopenLearning: (id: string) => calls.post(`learning/${part(id)}/reopen`, undefined, nothing),

    deadLetters: () => calls.get('dead-letters', deadLetterListSchema),
    retryDeadLetter: (id: string) => calls.post(`dead-letters/${part(id)}/retry`, undefined, anything),
  };
}
