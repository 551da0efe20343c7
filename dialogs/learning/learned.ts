import type { Statement } from '../../store/database.ts';

/** What a turn has to write for learning, by the key of the message that it is about. */
export interface Learned {
  readonly key: string;
  readonly statement: Statement;
}
