import type { TableShape } from '../create-tables.ts';

/** What the engine may learn from. */
export const learningShapes: Readonly<Record<string, TableShape>> = {
  learning_candidate: {
    columns: {
      id: 'text',
      key: 'text',
      text: 'text',
      language: 'text',
      reason: 'text',
      weight: 'int',
      intent: 'text',
      guess: 'text',
      model: 'text',
      suggestion: 'text',
      session_id: 'text',
      seq: 'int',
      times: 'int',
      first_at: 'int',
      last_at: 'int',
      state: 'text',
      label: 'text',
      decided_by: 'text',
      decided_at: 'int',
    },
    nullable: ['suggestion', 'session_id', 'seq', 'label', 'decided_by', 'decided_at'],
    key: ['id'],
    indexes: [{ on: ['key'], unique: true }, { on: ['state', 'times', 'last_at', 'id'] }, { on: ['state', 'last_at'] }],
  },
};
