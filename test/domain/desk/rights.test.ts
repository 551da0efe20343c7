import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect } from 'chai';
import { hasRight, RIGHTS, type Right, STAFF_ROLES } from '../../../domain/desk/rights.ts';
import { ROLES } from '../../../web/protocol/desk/staff.ts';

/** What docs/desk.md calls each right. Its rows name all of them, and nothing else. */
const ROWS: Readonly<Record<string, Right>> = {
  'read conversations and tickets': 'conversations.read',
  'know whom service was given to': 'customers.identify',
  'take over, write, close': 'conversations.serve',
  'send crews and move on all that they go out for': 'tickets.dispatch',
  'move other tickets on, count chase-ups': 'tickets.work',
  'see incidents and the network': 'incidents.read',
  'work on incidents, see who reported them': 'incidents.work',
  'duty roster': 'roster.read',
  'change the duty roster': 'roster.edit',
  'reliability of supply': 'reliability.read',
  'look over the floor, listen': 'floor.read',
  'step in on the floor': 'floor.act',
  'figures of service, wallboard': 'figures.read',
  'ratings, all of them': 'ratings.read',
  "ratings, one's own in figures": 'conversations.serve',
  'follow low ratings up': 'ratings.follow_up',
  'audit log': 'audit.read',
  'answers and banners': 'content.edit',
  'payment points and landmarks': 'places.read',
  'change payment points and landmarks': 'places.edit',
  'where payment points are wanted': 'places.plan',
  'put right what the bot understood': 'understanding.correct',
  'label messages to learn from': 'learning.review',
  'undelivered messages': 'dead_letters.retry',
  'people: accounts, roles, sign-ins': 'accounts.manage',
};
/** Who may look at a ticket may look at its conversation. */
const TOGETHER: readonly Right[] = ['tickets.read'];

describe('rights at the desk', () => {
  it('know the roles that go over the wire', () => {
    expect([...STAFF_ROLES]).to.have.members([...ROLES]);
  });

  it('are held through any one of several roles', () => {
    expect(hasRight(['quality', 'admin'], 'content.edit')).to.equal(true);
    expect(hasRight(['quality', 'dispatcher'], 'content.edit')).to.equal(false);
  });

  it('are none without a role', () => {
    for (const right of Object.keys(RIGHTS) as Right[]) expect(hasRight([], right)).to.equal(false);
  });

  it('stand in the handbook as they are', () => {
    const text = readFileSync(resolve(import.meta.dirname, '../../../docs/desk.md'), 'utf8');
    const [, section = ''] = text.split('## Who may do what');
    const rows = section
      .split('\n')
      .filter((line) => line.startsWith('| ') && !line.startsWith('| |'))
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      )
      .slice(0, Object.keys(ROWS).length);
    expect(rows.map(([label]) => label)).to.deep.equal(Object.keys(ROWS));
    for (const [label = '', ...cells] of rows) {
      const right = ROWS[label];
      if (!right) throw new Error(`no right is called ${label}`);
      expect(cells, label).to.deep.equal(STAFF_ROLES.map((role) => (hasRight([role], right) ? 'yes' : '')));
    }
    const told = new Set<Right>([...Object.values(ROWS), ...TOGETHER]);
    expect(Object.keys(RIGHTS).filter((right) => !told.has(right as Right))).to.deep.equal([]);
    expect(RIGHTS['tickets.read']).to.deep.equal(RIGHTS['conversations.read']);
  });
});
