import type { Statement } from '../store/database.ts';
import type { DeskParts } from './desk-parts.ts';

/** The audit line of an action, for the commit that it is about. */
export function audited(
  {
    repositories,
    newId,
  }: Pick<DeskParts, 'newId'> & { readonly repositories: Pick<DeskParts['repositories'], 'audit'> },
  line: {
    readonly actor: string;
    readonly action: string;
    readonly subject: string;
    readonly at: number;
    readonly detail?: Readonly<Record<string, unknown>>;
  },
): Statement {
  return repositories.audit.add({ id: newId(), ...line });
}
