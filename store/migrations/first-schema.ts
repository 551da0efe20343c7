import { type CreateTableBuilder, type Kysely, sql } from 'kysely';

type Columns = Readonly<Record<string, 'text' | 'int' | 'real' | 'bytes'>>;
interface TableShape {
  readonly columns: Columns;
  /** Columns that may be null. */
  readonly nullable?: readonly string[];
  readonly key: readonly string[];
  readonly indexes?: readonly { on: readonly string[]; unique?: true; where?: string }[];
}

/** `bigint` has integer affinity on SQLite and 64 bits on PostgreSQL; `bytea` keeps blobs as they are on both. */
const TYPES = { text: 'text', int: 'bigint', real: 'double precision', bytes: 'bytea' } as const;

const conversations: Readonly<Record<string, TableShape>> = {
  conversation: {
    columns: {
      id: 'text',
      channel: 'text',
      thread: 'text',
      user_id: 'text',
      user_name: 'text',
      reference: 'text',
      language: 'text',
      seq: 'int',
      version: 'int',
      session_id: 'text',
      created_at: 'int',
      updated_at: 'int',
    },
    nullable: ['user_name', 'reference', 'language', 'session_id'],
    key: ['id'],
    indexes: [{ on: ['channel', 'thread'], unique: true }],
  },
  activity: {
    columns: {
      conversation_id: 'text',
      seq: 'int',
      direction: 'text',
      author: 'text',
      author_id: 'text',
      session_id: 'text',
      message_id: 'text',
      body: 'text',
      at: 'int',
      handling: 'text',
      tries: 'int',
    },
    nullable: ['author_id', 'session_id', 'message_id'],
    key: ['conversation_id', 'seq'],
    indexes: [
      { on: ['conversation_id', 'message_id'], unique: true, where: 'message_id is not null' },
      { on: ['conversation_id', 'seq', 'at'], where: "handling = 'pending'" },
      { on: ['at'], where: "handling = 'dead'" },
    ],
  },
  service_session: {
    columns: {
      id: 'text',
      conversation_id: 'text',
      state: 'text',
      agent_id: 'text',
      skill: 'text',
      severity: 'text',
      language: 'text',
      intent: 'text',
      summary: 'text',
      opened_at: 'int',
      last_activity_at: 'int',
      queued_at: 'int',
      assigned_at: 'int',
      first_response_at: 'int',
      closed_at: 'int',
      closed_by: 'text',
      disposition: 'text',
      corrections: 'text',
    },
    nullable: [
      'agent_id',
      'severity',
      'language',
      'intent',
      'summary',
      'queued_at',
      'assigned_at',
      'first_response_at',
      'closed_at',
      'closed_by',
      'disposition',
      'corrections',
    ],
    key: ['id'],
    indexes: [
      { on: ['conversation_id', 'opened_at'] },
      { on: ['state', 'last_activity_at'], where: "state <> 'closed'" },
    ],
  },
  bot_state: {
    columns: { key: 'text', conversation_id: 'text', value: 'text', updated_at: 'int' },
    key: ['key'],
    indexes: [{ on: ['conversation_id'] }],
  },
  outbox: {
    columns: {
      id: 'text',
      conversation_id: 'text',
      seq: 'int',
      answers: 'int',
      channel: 'text',
      kind: 'text',
      state: 'text',
      tries: 'int',
      due_at: 'int',
      last_error: 'text',
      created_at: 'int',
      sent_at: 'int',
    },
    nullable: ['answers', 'last_error', 'sent_at'],
    key: ['id'],
    indexes: [
      { on: ['due_at'], where: "state in ('due', 'sending')" },
      { on: ['conversation_id', 'seq'], where: "state <> 'sent'" },
    ],
  },
  attachment: {
    columns: {
      id: 'text',
      conversation_id: 'text',
      name: 'text',
      content_type: 'text',
      size: 'int',
      sha256: 'text',
      bytes: 'bytes',
      created_at: 'int',
    },
    key: ['id'],
    indexes: [{ on: ['conversation_id'] }],
  },
  rating: {
    columns: {
      session_id: 'text',
      conversation_id: 'text',
      agent_id: 'text',
      score: 'int',
      words: 'text',
      language: 'text',
      created_at: 'int',
    },
    nullable: ['agent_id', 'words', 'language'],
    key: ['session_id'],
    indexes: [{ on: ['created_at'] }],
  },
  widget_resume: {
    columns: {
      key_hash: 'text',
      conversation_id: 'text',
      user_id: 'text',
      created_at: 'int',
      expires_at: 'int',
      used_at: 'int',
    },
    nullable: ['used_at'],
    key: ['key_hash'],
    indexes: [{ on: ['expires_at'] }],
  },
  signing_key: {
    columns: { id: 'text', purpose: 'text', secret: 'text', created_at: 'int' },
    key: ['id'],
    indexes: [{ on: ['purpose', 'created_at'] }],
  },
};

const work: Readonly<Record<string, TableShape>> = {
  ticket: {
    columns: {
      id: 'text',
      number: 'text',
      kind: 'text',
      state: 'text',
      severity: 'text',
      reasons: 'text',
      facts: 'text',
      place: 'text',
      lat: 'real',
      lon: 'real',
      since: 'text',
      phone: 'text',
      description: 'text',
      account_id: 'text',
      conversation_id: 'text',
      session_id: 'text',
      responsible_id: 'text',
      responsible_role: 'text',
      language: 'text',
      version: 'int',
      created_at: 'int',
      updated_at: 'int',
      closed_at: 'int',
    },
    nullable: [
      'facts',
      'place',
      'lat',
      'lon',
      'since',
      'phone',
      'account_id',
      'conversation_id',
      'session_id',
      'responsible_id',
      'language',
      'closed_at',
    ],
    key: ['id'],
    indexes: [
      { on: ['number'], unique: true },
      { on: ['created_at', 'id'] },
      { on: ['conversation_id'] },
      { on: ['account_id'] },
    ],
  },
  ticket_event: {
    columns: { ticket_id: 'text', seq: 'int', at: 'int', actor: 'text', type: 'text', data: 'text' },
    key: ['ticket_id', 'seq'],
  },
  staff: {
    columns: {
      id: 'text',
      login: 'text',
      name: 'text',
      desk_name: 'text',
      password_hash: 'text',
      roles: 'text',
      skills: 'text',
      capacity: 'int',
      active: 'int',
      created_at: 'int',
    },
    key: ['id'],
    indexes: [{ on: ['login'], unique: true }],
  },
  staff_session: {
    columns: {
      token_hash: 'text',
      staff_id: 'text',
      csrf: 'text',
      created_at: 'int',
      last_seen_at: 'int',
      expires_at: 'int',
    },
    key: ['token_hash'],
    indexes: [{ on: ['staff_id'] }],
  },
  audit: {
    columns: { id: 'text', at: 'int', actor: 'text', action: 'text', subject: 'text', detail: 'text' },
    key: ['id'],
    indexes: [{ on: ['at'] }, { on: ['subject', 'at'] }],
  },
  answer: {
    columns: { intent: 'text', language: 'text', text: 'text', updated_by: 'text', updated_at: 'int' },
    key: ['intent', 'language'],
  },
  banner: {
    columns: {
      id: 'text',
      text_zh: 'text',
      text_en: 'text',
      from_at: 'int',
      until_at: 'int',
      created_by: 'text',
      created_at: 'int',
    },
    nullable: ['until_at'],
    key: ['id'],
  },
  verification: {
    columns: {
      id: 'text',
      conversation_id: 'text',
      account_number: 'text',
      account_id: 'text',
      code_hash: 'text',
      tries: 'int',
      created_at: 'int',
      expires_at: 'int',
      verified_at: 'int',
    },
    nullable: ['account_id', 'verified_at'],
    key: ['id'],
    indexes: [{ on: ['conversation_id', 'created_at'] }, { on: ['account_number', 'created_at'] }],
  },
  sms: {
    columns: { id: 'text', phone: 'text', text: 'text', created_at: 'int' },
    key: ['id'],
    indexes: [{ on: ['created_at'] }],
  },
};

const learning: Readonly<Record<string, TableShape>> = {
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

const processes: Readonly<Record<string, TableShape>> = {
  claim: { columns: { name: 'text', holder: 'text', until_at: 'int' }, key: ['name'] },
};

const utility: Readonly<Record<string, TableShape>> = {
  customer: {
    columns: { id: 'text', name: 'text', phone: 'text', special_need: 'text' },
    nullable: ['special_need'],
    key: ['id'],
    indexes: [{ on: ['phone'] }],
  },
  premises: {
    columns: {
      id: 'text',
      town_code: 'text',
      village_code: 'text',
      address: 'text',
      estate: 'text',
      building: 'text',
      unit: 'text',
      room: 'text',
      lat: 'real',
      lon: 'real',
      zone: 'text',
      device_id: 'text',
      critical_kind: 'text',
    },
    nullable: ['estate', 'building', 'unit', 'room', 'critical_kind'],
    key: ['id'],
    indexes: [{ on: ['village_code'] }, { on: ['device_id'] }],
  },
  account: {
    columns: {
      id: 'text',
      number: 'text',
      customer_id: 'text',
      premises_id: 'text',
      tariff: 'text',
      state: 'text',
      opened_at: 'int',
    },
    key: ['id'],
    indexes: [{ on: ['number'], unique: true }, { on: ['customer_id'] }, { on: ['premises_id'] }],
  },
  bill: {
    columns: {
      id: 'text',
      account_id: 'text',
      period: 'text',
      from_at: 'int',
      to_at: 'int',
      reading_from: 'int',
      reading_to: 'int',
      estimated: 'int',
      kwh: 'int',
      amount_fen: 'int',
      paid_fen: 'int',
      issued_at: 'int',
      due_at: 'int',
    },
    key: ['id'],
    indexes: [{ on: ['account_id', 'period'], unique: true }],
  },
  bill_line: {
    columns: { bill_id: 'text', line: 'int', code: 'text', kwh: 'int', price: 'text', amount_fen: 'int' },
    nullable: ['kwh', 'price'],
    key: ['bill_id', 'line'],
  },
  payment: {
    columns: { id: 'text', account_id: 'text', bill_id: 'text', at: 'int', amount_fen: 'int', method: 'text' },
    nullable: ['bill_id'],
    key: ['id'],
    indexes: [{ on: ['account_id', 'at'] }],
  },
  network_device: {
    columns: { id: 'text', kind: 'text', parent_id: 'text', name: 'text', lat: 'real', lon: 'real' },
    nullable: ['parent_id'],
    key: ['id'],
    indexes: [{ on: ['parent_id'] }],
  },
  payment_point: {
    columns: {
      id: 'text',
      name: 'text',
      name_en: 'text',
      kind: 'text',
      address: 'text',
      town_code: 'text',
      lat: 'real',
      lon: 'real',
      hours: 'text',
      services: 'text',
      phone: 'text',
    },
    nullable: ['phone'],
    key: ['id'],
  },
  planned_outage: {
    columns: {
      id: 'text',
      device_id: 'text',
      area_codes: 'text',
      area: 'text',
      reason: 'text',
      reason_en: 'text',
      from_at: 'int',
      to_at: 'int',
      announced_at: 'int',
    },
    key: ['id'],
    indexes: [{ on: ['to_at'] }],
  },
  incident: {
    columns: {
      id: 'text',
      device_id: 'text',
      state: 'text',
      cause: 'text',
      area_codes: 'text',
      area: 'text',
      opened_at: 'int',
      eta_at: 'int',
      eta_source: 'text',
      eta_set_at: 'int',
      restored_at: 'int',
    },
    nullable: ['device_id', 'cause', 'eta_at', 'eta_source', 'eta_set_at', 'restored_at'],
    key: ['id'],
    indexes: [{ on: ['state'] }],
  },
};

/** The first schema: the same statements on both engines. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [name, shape] of Object.entries({ ...conversations, ...work, ...learning, ...processes, ...utility })) {
    await createTable(db, name, shape);
    for (const index of shape.indexes ?? []) await createIndex(db, name, index);
  }
}

async function createTable(db: Kysely<unknown>, name: string, shape: TableShape): Promise<void> {
  let table = db.schema.createTable(name) as CreateTableBuilder<string, string>;
  for (const [column, type] of Object.entries(shape.columns)) {
    table = table.addColumn(column, sql.raw(TYPES[type]), (definition) =>
      shape.nullable?.includes(column) ? definition : definition.notNull(),
    );
  }
  await table.addPrimaryKeyConstraint(`${name}_pk`, [...shape.key]).execute();
}

async function createIndex(
  db: Kysely<unknown>,
  table: string,
  { on, unique, where }: { on: readonly string[]; unique?: true; where?: string },
): Promise<void> {
  const name = `${table}_${on.join('_')}`;
  const condition = where ? ` where ${where}` : '';
  await sql
    .raw(
      `create ${unique ? 'unique ' : ''}index ${name}${where ? '_some' : ''} on ${table} (${on.join(', ')})${condition}`,
    )
    .execute(db);
}
