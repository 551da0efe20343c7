import type { requestsZhHans } from './zh-hans.ts';

/** Requests of a customer who is known: invoices, another phone or address; English. */
export const requestsEn: typeof requestsZhHans = {
  invoice: {
    title: 'E-invoice request',
    readBack: 'What the invoice will say',
    labels: { bill: 'Bill', kind: 'Made out to', title: 'Title', taxNumber: 'Tax number', email: 'E-mail' },
    ask: {
      kind: (month, sum) =>
        `An e-invoice for ${month}, ${sum}. Is it for a person or a company? For another month, just name it.`,
      personalTitle: 'Which name should stand on the invoice?',
      companyTitle: 'What is the full name of the company, as on its business licence?',
      taxNumber: 'What is the company’s tax number (the unified social credit code of 18 characters)?',
      taxNumberAgain: 'Please look at the business licence and send the 18 characters once more.',
      email: 'Which e-mail address should the invoice go to?',
      emailAgain: 'Please send the e-mail address once more, for example name@example.com.',
      confirm: 'Please check this and confirm. To change something, you can also just say it.',
    },
    offers: {
      personal: 'A person',
      company: 'A company',
      confirm: 'Confirm',
      title: 'Change the title',
      taxNumber: 'Change the tax number',
      email: 'Change the e-mail',
      cancel: 'No invoice',
    },
    wrongLength: (length) => `A tax number has 18 characters; yours has ${length}.`,
    wrongSign: (sign) =>
      `There is no “${sign}” in a tax number. Please check whether it is a digit (the letter O and 0, the letter I and 1).`,
    wrongCheck: 'The check digit of this tax number does not fit: one character must be wrong.',
    wrongEmail: 'This e-mail address is not complete.',
    stands: (number) =>
      `An invoice for this bill has been asked for already, ticket ${number}; there will not be a second one. For a correction, please talk to our staff.`,
    noBill: 'There is no bill for that month, so there can be no invoice.',
    unreachable: 'Your bills cannot be looked up just now. Please try again a little later, or talk to our staff.',
    next: 'Our staff check it and send the invoice to your e-mail address.',
  },
  contact: {
    title: 'Change of contact details',
    readBack: 'Please check',
    labels: { account: 'Account', phone: 'New mobile number', address: 'New postal address' },
    ask: {
      kind: 'Which should change: your mobile number or your postal address?',
      phone: 'What is the new mobile number (11 digits)?',
      phoneAgain: 'I could not find a mobile number in that. Please send its 11 digits.',
      address: 'What is the new postal address, with house and flat? Where you are supplied does not change by it.',
      addressAgain:
        'Please write the whole address, for example “Flat 302, Block 3, 8 Xiangshi Road, Liaobu, Dongguan”.',
      confirm: 'Please check every sign, and confirm if it is right.',
    },
    offers: {
      phone: 'Mobile number',
      address: 'Postal address',
      confirm: 'Confirm',
      change: 'Change it',
      cancel: 'Leave it as it is',
    },
    sms: ({ utility, what, number, hotline }) =>
      `${utility}: a change was asked for on your electricity account (${what}, ticket ${number}). It takes effect only after a check. If it was not you, call ${hotline} at once.`,
    next: 'Our staff check it first; until then everything stays as it is.',
    told: 'To keep you safe, a text message about this has gone to the registered phone.',
  },
};
