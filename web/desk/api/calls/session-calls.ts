import type { z } from 'zod';
import {
  floorAlertListSchema,
  floorSchema,
  type reassignSchema,
  staffWordListSchema,
  type takeOverSchema,
  type whisperSchema,
} from '../../../protocol/desk/floor.ts';
import {
  type agentMessageSchema,
  callListSchema,
  type closeSchema,
  colleagueListSchema,
  type noteSchema,
  type releaseSchema,
  sessionDetailSchema,
  sessionListSchema,
  transcriptPageSchema,
  type transferSchema,
} from '../../../protocol/desk/session.ts';
import { sessionBillsSchema, sessionRepliesSchema } from '../../../protocol/desk/session-help.ts';
import { anything, type Calls, nothing, part, query, saidSchema } from './calls.ts';

/** Which part of a transcript: the newest, or what lies before or after a seq. */
export interface Stretch {
  readonly before?: number;
  readonly after?: number;
  readonly limit?: number;
}

/** Conversations, and the floor where they are served. */
export function sessionCalls(calls: Calls) {
  return {
    sessions: () => calls.get('sessions', sessionListSchema),
    session: (id: string) => calls.get(`sessions/${part(id)}`, sessionDetailSchema),
    sessionBills: (id: string) => calls.get(`sessions/${part(id)}/bills`, sessionBillsSchema),
    sessionReplies: (id: string) => calls.get(`sessions/${part(id)}/replies`, sessionRepliesSchema),
    transcript: (conversationId: string, stretch: Stretch) =>
      calls.get(`conversations/${part(conversationId)}/activities${query({ ...stretch })}`, transcriptPageSchema),
    claim: (id: string) => calls.post(`sessions/${part(id)}/claim`, undefined, sessionDetailSchema),
    release: (id: string, release: z.infer<typeof releaseSchema>) =>
      calls.post(`sessions/${part(id)}/release`, release, anything),
    close: (id: string, close: z.infer<typeof closeSchema>) =>
      calls.post(`sessions/${part(id)}/close`, close, anything),
    nextSession: () => calls.post('next-session', undefined, sessionDetailSchema),
    transfer: (id: string, transfer: z.infer<typeof transferSchema>) =>
      calls.post(`sessions/${part(id)}/transfer`, transfer, nothing),
    note: (id: string, note: z.infer<typeof noteSchema>) => calls.post(`sessions/${part(id)}/notes`, note, saidSchema),
    colleagues: () => calls.get('colleagues', colleagueListSchema),
    calls: () => calls.get('calls', callListSchema),
    setAvailable: (available: boolean) => calls.post('availability', { available }, nothing),
    say: (id: string, message: z.infer<typeof agentMessageSchema>) =>
      calls.post(`sessions/${part(id)}/messages`, message, saidSchema),
    typing: (id: string) => calls.post(`sessions/${part(id)}/typing`, undefined, nothing),
    read: (id: string, seq: number) => calls.post(`sessions/${part(id)}/read`, { seq }, nothing),

    floor: () => calls.get('floor', floorSchema),
    floorAlerts: () => calls.get('floor/alerts', floorAlertListSchema),
    acknowledgeAlert: (id: string) => calls.post(`floor/alerts/${part(id)}/acknowledge`, undefined, nothing),
    listen: (id: string, listening: boolean) => calls.post(`sessions/${part(id)}/listening`, { listening }, nothing),
    takeOver: (id: string, given: z.infer<typeof takeOverSchema>) =>
      calls.post(`sessions/${part(id)}/take-over`, given, sessionDetailSchema),
    reassign: (id: string, given: z.infer<typeof reassignSchema>) =>
      calls.post(`sessions/${part(id)}/reassign`, given, nothing),
    whisper: (id: string, said: z.infer<typeof whisperSchema>) =>
      calls.post(`sessions/${part(id)}/whispers`, said, saidSchema),
    words: () => calls.get('words', staffWordListSchema),
    heard: (conversationId: string, seq: number) =>
      calls.post(`conversations/${part(conversationId)}/heard`, { seq }, nothing),
  };
}
