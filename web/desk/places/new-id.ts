/** Stands for what is being added; no id has a full stop. */
export const NEW = '.new';
