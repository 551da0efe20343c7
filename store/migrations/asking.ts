import type { Kysely } from 'kysely';
import { createTables } from './create-tables.ts';

/** Customers who have agreed to it are asked whether they have power. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTables(db, {
    asking_consent: {
      columns: { account_id: 'text', at: 'int', conversation_id: 'text', agrees: 'int', words: 'text' },
      key: ['account_id', 'at', 'conversation_id'],
      indexes: [{ on: ['conversation_id'] }],
    },
    supply_question: {
      columns: {
        id: 'text',
        incident_id: 'text',
        feeder_id: 'text',
        account_id: 'text',
        conversation_id: 'text',
        gain: 'real',
        state: 'text',
        asked_at: 'int',
        expires_at: 'int',
        answered_at: 'int',
      },
      nullable: ['answered_at'],
      key: ['id'],
      indexes: [
        // Nobody is asked twice because of one incident.
        { on: ['incident_id', 'account_id'], unique: true },
        { on: ['account_id', 'asked_at'] },
        { on: ['conversation_id'] },
        { on: ['feeder_id', 'asked_at'] },
        { on: ['expires_at'], where: "state = 'asked'" },
      ],
    },
    incident_asking: {
      columns: {
        incident_id: 'text',
        asks: 'int',
        by_id: 'text',
        decided_at: 'int',
        would_tell: 'int',
        gain: 'real',
        looked_at: 'int',
      },
      nullable: ['asks', 'by_id', 'decided_at', 'would_tell', 'gain', 'looked_at'],
      key: ['incident_id'],
    },
  });
}
