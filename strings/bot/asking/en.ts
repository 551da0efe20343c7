import type { askingZhHans } from './zh-hans.ts';

export const askingEn: typeof askingZhHans = {
  offer:
    'When power fails near you, may we ask you here whether yours is on? It helps to find the fault sooner. By day only, once an outage at most, and you can stop it at any time.',
  offers: { agree: 'You may ask me', decline: 'Please do not ask' },
  agreed: 'Thank you. When power fails near you I may ask you. To stop that, say "don\'t ask me again".',
  declined: 'All right, you will not be asked.',
  refused: 'All right, you will not be asked again.',
  question: (address) =>
    `Power may be out near you, and we are finding out where the fault is. Is the power on at ${address}?`,
  answers: { on: 'Power is on', dark: 'Power is off', stop: "Don't ask me again" },
  thanks: {
    on: 'Thank you. I have noted that yours is on, which narrows it down.',
    dark: 'Thank you. I have noted that yours is off, which helps to find the fault.',
    other: 'No matter, thank you.',
  },
  nothingKnown: 'The cause is still being looked for.',
  register: 'No power, please register it',
  answered: 'You have answered this already, thank you.',
};
