import type { DeskWords } from '../../../strings/desk/zh-hans.ts';

/** The word for a code; a code from a newer server is shown as it stands. */
export function codeWord(table: Readonly<Record<string, string>>, code: string): string {
  return Object.hasOwn(table, code) ? (table[code] ?? code) : code.replaceAll('_', ' ');
}

/** A SeverityReason in words. */
export function reasonWord({ codes }: DeskWords, reason: string): string {
  return codeOfKind(codes, reason) ?? codeWord(codes.reason, reason);
}

/** A fact of the fault frame in words, for example `hazard.sparks`. */
export function factWord({ codes }: DeskWords, fact: string): string {
  return codeOfKind(codes, fact) ?? codeWord(codes.fact, fact);
}

function codeOfKind(codes: DeskWords['codes'], code: string): string | null {
  const [kind, name, ...rest] = code.split('.');
  if (name === undefined || rest.length > 0) return null;
  const tables: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    people: codes.people,
    hazard: codes.hazard,
    site: codes.site,
    scope: codes.scope,
    class: codes.class,
  };
  const table = kind === undefined || !Object.hasOwn(tables, kind) ? undefined : tables[kind];
  return table !== undefined && Object.hasOwn(table, name) ? codeWord(table, name) : null;
}
