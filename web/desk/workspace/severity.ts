import type { SessionItem } from '../../protocol/desk/session.ts';

export type Severity = NonNullable<SessionItem['severity']>;
