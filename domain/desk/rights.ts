export const STAFF_ROLES = ['agent', 'dispatcher', 'supervisor', 'quality', 'admin'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/**
 * Who may do what at the desk. Administrators keep accounts, words and undelivered messages in order; what customers
 * say is not theirs to read, but for messages to learn from, in which nothing is personal. Those who judge quality look
 * on and change nothing, but say what such messages mean. Crews are the dispatchers' to send; agents work on what the
 * office settles, and count chase-ups. Where the network has failed is everybody's to see who keeps it running; who called,
 * and what is done about it, the dispatchers'. Whom service was given to need not be known to judge it: those who only judge
 * quality see conversations and tickets with names, numbers and addresses masked. Who judges quality may look over the floor and listen; to step in is the supervisors'.
 */
export const RIGHTS = {
  'conversations.read': ['agent', 'dispatcher', 'supervisor', 'quality'],
  'conversations.serve': ['agent', 'supervisor'],
  'customers.identify': ['agent', 'dispatcher', 'supervisor'],
  'tickets.read': ['agent', 'dispatcher', 'supervisor', 'quality'],
  'tickets.work': ['agent', 'dispatcher', 'supervisor'],
  'tickets.dispatch': ['dispatcher', 'supervisor'],
  'incidents.read': ['dispatcher', 'supervisor', 'admin'],
  'incidents.work': ['dispatcher', 'supervisor'],
  'roster.read': ['agent', 'dispatcher', 'supervisor', 'admin'],
  'roster.edit': ['supervisor', 'admin'],
  'reliability.read': ['dispatcher', 'supervisor', 'quality', 'admin'],
  'content.edit': ['supervisor', 'admin'],
  'places.read': ['agent', 'dispatcher', 'supervisor', 'quality', 'admin'],
  'places.edit': ['supervisor', 'admin'],
  'places.plan': ['dispatcher', 'supervisor', 'quality', 'admin'],
  'understanding.correct': ['agent', 'supervisor'],
  'learning.review': ['supervisor', 'quality', 'admin'],
  'dead_letters.retry': ['supervisor', 'admin'],
  'audit.read': ['supervisor', 'quality', 'admin'],
  'ratings.read': ['supervisor', 'quality'],
  'figures.read': ['supervisor', 'quality', 'admin'],
  'ratings.follow_up': ['supervisor'],
  'accounts.manage': ['admin'],
  'floor.read': ['supervisor', 'quality'],
  'floor.act': ['supervisor'],
} as const satisfies Readonly<Record<string, readonly StaffRole[]>>;
export type Right = keyof typeof RIGHTS;

export function hasRight(roles: readonly StaffRole[], right: Right): boolean {
  const holders: readonly StaffRole[] = RIGHTS[right];
  return roles.some((role) => holders.includes(role));
}
