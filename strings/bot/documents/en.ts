import type { documentsZhHans } from './zh-hans.ts';

/** Bills as documents and the links to them, paying by a link, and card numbers that do not belong in a chat; English. */
export const documentsEn: typeof documentsZhHans = {
  contact: (hotline, website) => `Hotline ${hotline} · ${website}`,
  total: 'Amount of this bill',
  charges: 'What it consists of',
  sum: 'Total',
  difference: 'Difference',
  legend: { now: 'This period', before: 'A year earlier' },
  ways: 'How to pay',
  safety: 'Please pay in the ways listed above only. We never ask for card numbers, passwords or codes in a chat.',
  made: (date) => `Made on ${date}, to check your bill by. It does not take the place of an invoice.`,
  asOf: (date) => `The billing system does not answer just now; this is on record as of ${date}.`,
  demo: 'Demonstration: people, account numbers and amounts are made up.',
  tiers: (month, price, tiers) =>
    `Tiers in ${month}: ${tiers
      .map(({ from, to, surcharge }, index) => {
        const span = to === null ? `from ${from} kWh on` : `${from} to ${to} kWh`;
        return `tier ${index + 1} ${span}, ${Number(surcharge) === 0 ? `¥${price} a kWh` : `¥${surcharge} more a kWh`}`;
      })
      .join('; ')}.`,
  offers: { pdf: 'Bill as PDF', image: 'Bill as picture' },
  ready: (month, minutes) =>
    `Here is your bill for ${month}. The link works for ${minutes} minutes. It shows your usage, so please do not pass it on.`,
  image: (month, minutes) => `Here is your bill for ${month} as a picture. The link works for ${minutes} minutes.`,
  title: (month) => `Bill for ${month}`,
  openPdf: 'Open the PDF',
  openImage: 'Open the picture',
  labels: { month: 'Billing month', until: 'Link works until' },
  pay: {
    title: 'Pay online',
    open: 'Go to the payment page',
    offer: 'Link to pay online',
    ready: (sum, minutes) =>
      `You can pay ${sum} on our payment page. The link works for ${minutes} minutes; after that, ask me for another. Payment is made on that page only: please do not send card numbers in this chat.`,
    nothing: (number) => `There is nothing to pay on account ${number}, so no link is needed.`,
    without: 'We have no payment link to send here. You can pay in these ways:',
    notNow:
      'The billing system is not answering, so I cannot see whether something was paid since. To keep you from paying twice I send no payment link now; please ask again a little later.',
    labels: { amount: 'Amount', account: 'Account', until: 'Works until' },
  },
  methods: {
    title: 'Ways to pay',
    intro: 'You can pay in any of these ways, each with your account number:',
    step: (number) => `Step ${number}`,
    where: 'To find the nearest place to pay, tell me where you are or share your position.',
  },
  pages: {
    over: {
      title: 'This link does not open',
      lines: (hotline) => [
        'It may be over, or not complete. To keep your data safe, links to bills work for a short time only.',
        `Please go back to the chat and ask for another, or call ${hotline}.`,
      ],
    },
    later: {
      title: 'It cannot be opened just now',
      lines: (hotline) => [
        'The billing system does not answer at the moment. Please open this link again a little later.',
        `If it is urgent, call ${hotline}.`,
      ],
    },
  },
  payPage: {
    order: {
      title: 'Demonstration of a payment page',
      lines: [
        'This is a demonstration. It takes no money; do not enter card data anywhere. The real page is the utility’s own.',
      ],
    },
    expired: {
      title: 'This payment link is over',
      lines: ['Please go back to the chat and ask for another. This is a demonstration and takes no money.'],
    },
    invalid: {
      title: 'This payment link is not valid',
      lines: [
        'It is not complete, or has been changed. Please go back to the chat and ask for another. This is a demonstration and takes no money.',
      ],
    },
  },
  cardNumber: {
    warn: 'Please do not send card numbers, passwords or codes in this chat. We never ask for them, and no card can be charged here. The number you sent has been masked but for its last four digits, and was not kept.',
    pay: 'To pay, please use one of these ways.',
  },
};
