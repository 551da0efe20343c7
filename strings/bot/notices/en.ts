import type { lifeSupportZhHans, noticesZhHans } from './zh-hans.ts';

export const noticesEn: typeof noticesZhHans = {
  head: (number, place) => `The fault you reported${place === null ? '' : ` in ${place}`} (ticket ${number}):`,
  accepted: 'It has been accepted and is being looked after.',
  crew: 'A crew has been assigned.',
  restored: 'Supply has been restored.',
  repaired: 'It has been put right.',
  resumed: 'We told you that it was put right, and it is not. Work goes on. We are sorry.',
  etaChanged: 'The expected time has changed.',
  etaWithdrawn: 'The time named before no longer stands, and there is no other yet. I will tell you when there is one.',
  sources: { control_centre: 'the control room', standard: 'our service standard' },
  otherSource: 'the repair system',
  ask: { back: 'Is yours back?', repaired: 'Is all in order now?' },
  offers: {
    back: 'Yes, it is back',
    out: 'No, still out',
    fine: 'Yes, all in order',
    notFine: 'No, not yet',
    atNight: 'Tell me at night too',
  },
  thanks: (number) => `Thank you for telling us. I have noted it on ticket ${number}.`,
  nested: (former, number) =>
    `I am sorry that yours is not back. I have registered it anew as ticket ${number} (following ${former}), and somebody will look again at once. I will tell you when there is news.`,
  nestedWords: (former) => `After ticket ${former} was restored, the customer says that theirs is not.`,
  answered: 'You have answered this already, thank you.',
  atNight: 'All right, I will tell you at night too.',
};

export const lifeSupportEn: typeof lifeSupportZhHans = {
  check: (address, minutes) =>
    `You have told us that a life depends on a device. Power may be out at ${address}. Use your backup supply, and call an ambulance if you need one. Are you safe? If you do not answer within ${minutes} minutes, a colleague will call you.`,
  offers: { safe: 'Safe, on backup', help: 'I need help' },
  safe: 'Noted. If anything changes, tell me at once.',
  help: (ambulance) => `A colleague will call you at once. If a life is in danger, call ${ambulance} now.`,
  sms: ({ utility, minutes, hotline }) =>
    `[${utility}] Power may be out at your address, where a life depends on a device. Use your backup supply. Somebody will call you within ${minutes} minutes. Urgent: ${hotline}.`,
  task: {
    unanswered: (name) =>
      `Life-support customer without power has not answered the message. Call ${name} at once; close when they are safe.`,
    asked: (name) =>
      `Life-support customer without power asks for help. Call ${name} at once; close when they are safe.`,
  },
};
