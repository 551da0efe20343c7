import type { AccountFacts, Bill } from '../../domain/billing/billing-source.ts';
import type { CardOf } from '../../web/protocol/card.ts';
import type { DocumentKind } from '../links.ts';
import type { Turn } from '../turn.ts';
import type { AccountQuestion } from './account-dialog.ts';
import { insteadOf, namedIn } from './ask-bill.ts';
import { momentInWords } from './billing-words.ts';
import { documentOffers } from './document-offers.ts';
import { documentAsked } from './document-words.ts';

export const ASK_DOCUMENT = 'ask_document';

type Kind = Exclude<DocumentKind, 'usage'>;

/** A bill as PDF or picture, behind a link of its own: of the month that was named, else of the bill that was looked at, else the latest. */
export const askDocument: AccountQuestion = {
  id: ASK_DOCUMENT,
  keep(turn) {
    const kind = offered(turn) ?? documentAsked(turn.heard.text) ?? 'pdf';
    return `${kind} ${namedIn(turn) ?? turn.memory.shownBill ?? ''}`;
  },
  again: { kind: 'intent', intent: 'ask_bill', matter: 'bill_pdf' },
  async answer(turn, { account, bills }, kept) {
    const [kind = 'pdf', period = ''] = (kept ?? '').split(' ');
    const bill = bills.find((one) => one.period === period) ?? bills[0];
    if (!bill) {
      await turn.say({ text: turn.words.bill.none });
      return;
    }
    if (period !== '' && period !== bill.period) await turn.say({ text: insteadOf(turn, period, bill) });
    turn.memory.shownBill = bill.period;
    await handOut(turn, { account, bill, kind: kind === 'image' ? 'image' : 'pdf' });
  },
};

function offered({ heard: { chosen } }: Turn): Kind | null {
  if (chosen?.kind !== 'intent') return null;
  if (chosen.matter === 'bill_image') return 'image';
  return chosen.matter === 'bill_pdf' ? 'pdf' : null;
}

interface HandedOut {
  readonly account: AccountFacts;
  readonly bill: Bill;
  readonly kind: Kind;
}

async function handOut(turn: Turn, { account, bill, kind }: HandedOut): Promise<void> {
  const { services, work, words, language, now } = turn;
  const { documents, common } = words;
  const minutes = services.profile.documents.linkMinutes;
  const url = await services.links.document({
    ...{ kind, language, period: bill.period, accountId: account.id },
    conversationId: work.conversation.id,
  });
  const month = common.month(bill.period);
  work.add(
    services.audit.add({
      ...{ id: work.newId(), at: now, actor: 'customer', action: 'document.handed_out' },
      subject: `conversation:${work.conversation.id}`,
      detail: { kind, period: bill.period, account: turn.memory.verified?.number ?? '' },
    }),
  );
  const card: CardOf<'list'> = {
    kind: 'list',
    title: documents.title(month),
    items: [
      {
        title: words.bill.summary({ month, kwh: bill.kwh, sum: common.sum(bill.amountFen) }),
        facts: [{ label: documents.labels.until, value: momentInWords(turn, now + minutes * 60_000) }],
      },
    ],
    actions: [{ type: 'open', label: kind === 'pdf' ? documents.openPdf : documents.openImage, url }],
  };
  await turn.say({
    text: (kind === 'pdf' ? documents.ready : documents.image)(month, minutes),
    card,
    ...(kind === 'image' ? { picture: { url, name: `bill-${bill.period}.png` } } : {}),
    offers: documentOffers(turn).filter(({ label }) => label !== documents.offers[kind]),
  });
}
