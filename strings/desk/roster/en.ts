import type { RosterWords } from './zh-hans.ts';

/** The duty roster in English. */
export const rosterEn: RosterWords = {
  title: 'Duty roster',
  lead: 'Who answers for which tickets and when. What comes in goes to whoever is on duty; when a shift ends, open faults pass to the next; what was not kept in time is passed up to the supervisor on duty.',
  now: 'On duty now',
  nobody: 'Nobody is rostered: by role',
  queue: 'Duty',
  queues: {
    fault: 'Faults',
    billing: 'Billing',
    complaint: 'Complaints',
    general: 'General',
    supervision: 'Supervision (passed up to)',
  },
  person: 'Person',
  from: 'From',
  until: 'Until',
  add: 'Put on duty',
  save: 'Save the change',
  change: 'Change',
  cancel: 'Leave as it was',
  remove: 'Remove',
  removeSure: 'Take this shift off the roster?',
  added: 'Put on the roster',
  changed: 'The shift has been changed',
  removed: 'The shift has been removed',
  backward: 'It has to end after it begins',
  onDuty: 'On duty',
  span: (from, until) => `${from} – ${until}`,
  empty: 'Nobody is rostered for the coming fortnight',
  emptyNote:
    'Without a roster, tickets go to whoever of the role has the fewest. Add shifts here, or take a whole roster in with npm run import -- roster.',
  more: 'There are more shifts than are shown',
};
