import { ConversationRig } from '../support/conversation-rig.ts';
import { play } from './play.ts';
import type { Script } from './script.ts';
import { accountRequests } from './scripts/account-requests.ts';
import { advice } from './scripts/advice.ts';
import { arrears } from './scripts/arrears.ts';
import { billDocuments } from './scripts/bill-documents.ts';
import { bills } from './scripts/bills.ts';
import { dangers } from './scripts/dangers.ts';
import { explanations } from './scripts/explanations.ts';
import { faults } from './scripts/faults.ts';
import { identity } from './scripts/identity.ts';
import { intake } from './scripts/intake.ts';
import { misunderstandings } from './scripts/misunderstandings.ts';
import { moneyAngry } from './scripts/money-angry.ts';
import { moneyCorrected } from './scripts/money-corrected.ts';
import { moneyInterrupted } from './scripts/money-interrupted.ts';
import { moneyRefused } from './scripts/money-refused.ts';
import { ownTickets } from './scripts/own-tickets.ts';
import { payLink } from './scripts/pay-link.ts';
import { afterHours, people } from './scripts/people.ts';
import { places } from './scripts/places.ts';
import { placesWanted } from './scripts/places-wanted.ts';
import { requests } from './scripts/requests.ts';
import { smallTalk } from './scripts/small-talk.ts';
import { status } from './scripts/status.ts';
import { whatIfs } from './scripts/what-ifs.ts';

/** Subjects that share a rig go on where the one before has left its clock. */
const DAY = {
  smallTalk,
  faults,
  intake,
  dangers,
  bills,
  billDocuments,
  payLink,
  accountRequests,
  explanations,
  whatIfs,
  arrears,
  advice,
  places,
  status,
  requests,
  misunderstandings,
  ownTickets,
};

/** Remembered customers are known again in later scripts: these have a rig of their own. */
const KNOWN = { identity };

/** People who interrupt, correct themselves, refuse or are angry, on a clock of their own: tries and codes count by account. */
const OTHERWISE = { placesWanted, moneyInterrupted, moneyCorrected, moneyRefused, moneyAngry };

/** Between two of them, so that codes of one account are not asked for too often. */
const REST_MS = 3 * 60_000;

/** When somebody is at the desk, and when a call may come, they ask the clock: they begin at the rig's ten o'clock. */
const DESK_HOURS = { people, afterHours };

describe('conversations', () => {
  for (const [when, subjects] of Object.entries({
    'through a day': DAY,
    'from ten o’clock': DESK_HOURS,
    'of those who are known': KNOWN,
    'otherwise than asked': OTHERWISE,
  })) {
    describe(when, () => {
      let rig: ConversationRig;

      before(async function () {
        this.timeout(60_000);
        rig = await ConversationRig.open();
      });

      after(() => rig.close());

      for (const [subject, scripts] of Object.entries<readonly Script[]>(subjects)) {
        describe(subject, () => {
          for (const script of scripts) {
            it(script.name, async () => {
              if (subjects === OTHERWISE) rig.pass(REST_MS);
              await play(rig, script);
            });
          }
        });
      }
    });
  }
});
