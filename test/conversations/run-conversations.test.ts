import { ConversationRig } from '../support/conversation-rig.ts';
import { play } from './play.ts';
import { advice } from './scripts/advice.ts';
import { arrears } from './scripts/arrears.ts';
import { bills } from './scripts/bills.ts';
import { dangers } from './scripts/dangers.ts';
import { explanations } from './scripts/explanations.ts';
import { faults } from './scripts/faults.ts';
import { intake } from './scripts/intake.ts';
import { misunderstandings } from './scripts/misunderstandings.ts';
import { ownTickets } from './scripts/own-tickets.ts';
import { afterHours, people } from './scripts/people.ts';
import { places } from './scripts/places.ts';
import { requests } from './scripts/requests.ts';
import { smallTalk } from './scripts/small-talk.ts';
import { status } from './scripts/status.ts';
import { whatIfs } from './scripts/what-ifs.ts';

const SUBJECTS = {
  smallTalk,
  faults,
  intake,
  dangers,
  bills,
  explanations,
  whatIfs,
  arrears,
  advice,
  places,
  status,
  requests,
  people,
  misunderstandings,
  afterHours,
  ownTickets,
};

describe('conversations', () => {
  let rig: ConversationRig;

  before(async function () {
    this.timeout(60_000);
    rig = await ConversationRig.open();
  });

  after(() => rig.close());

  for (const [subject, scripts] of Object.entries(SUBJECTS)) {
    describe(subject, () => {
      for (const script of scripts) it(script.name, () => play(rig, script));
    });
  }
});
