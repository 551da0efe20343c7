/** Matters that sessions are sorted by. */
export const SKILLS = ['fault', 'billing', 'complaint', 'general'] as const;
export type Skill = (typeof SKILLS)[number];

/** What is spoken at the desk: both scripts of Mandarin are one. */
export const SPOKEN = ['zh', 'yue', 'en'] as const;
export type Spoken = (typeof SPOKEN)[number];

export interface StaffSkills {
  readonly matters: ReadonlySet<Skill>;
  readonly languages: ReadonlySet<Spoken>;
}

/** Sorts a person's list of skills. Who names no language is taken to speak all of them; names that nobody knows are passed over. */
export function staffSkillsOf(listed: readonly string[]): StaffSkills {
  const languages = SPOKEN.filter((one) => listed.includes(one));
  return {
    matters: new Set(SKILLS.filter((one) => listed.includes(one))),
    languages: new Set(languages.length === 0 ? SPOKEN : languages),
  };
}

/** A matter of no kind is everybody's; a language that is not known keeps nobody away. */
export function isSkilled(
  { matters, languages }: StaffSkills,
  { skill, language }: { readonly skill: Skill; readonly language: string | null },
): boolean {
  const spoken = spokenOf(language);
  return (skill === 'general' || matters.has(skill)) && (spoken === null || languages.has(spoken));
}

function spokenOf(language: string | null): Spoken | null {
  if (language === 'yue' || language === 'en') return language;
  return language?.startsWith('zh') ? 'zh' : null;
}
