import type { SiteStrings } from './site-strings.ts';

export const en: SiteStrings = {
  locale: 'en',
  otherLanguage: '中文',
  title: 'Demo Electric · Customer service (demo)',
  skip: 'Skip to the content',
  name: 'Demo Electric',
  demoRibbon: 'A demo site: company, customers and figures are made up. In a real emergency, call your own utility.',
  hotline: '95598',
  nav: { faults: 'Faults', bills: 'Bills', outages: 'Planned outages', safety: 'Safety' },
  hero: {
    title: ['Power out?', 'Just tell us.'],
    text: 'No menus, no waiting on the phone. Write it as you would say it. We take it down, send a crew and tell you what happens next.',
    report: { label: 'Report a fault', say: 'I want to report a power cut' },
    ask: { label: 'Ask a question' },
    picture:
      'A small town at dusk: a row of houses with lit windows, wires running from a pylon to the roofs, a repair van beside the last pole.',
  },
  services: {
    title: 'What can we do for you',
    text: 'One press, and the assistant takes it from there.',
    items: [
      {
        id: 'faults',
        title: 'Report a fault',
        text: 'No power, flickering lights, damaged lines or equipment. Tell us where.',
        offer: { label: 'Report it', say: 'I want to report a fault' },
      },
      {
        id: 'progress',
        title: 'Repair progress',
        text: 'Reported already? See how far your ticket has come.',
        offer: { label: 'Check progress', say: 'How far is the repair of the fault I reported?' },
      },
      {
        id: 'bills',
        title: 'Your bill',
        text: 'Balance, items and usage over the months, once your account is verified.',
        offer: { label: 'See my bill', say: 'I want to see my electricity bill' },
      },
      {
        id: 'pay',
        title: 'Where to pay',
        text: 'The nearest counters by place or position, with hours and directions.',
        offer: { label: 'Find a place', say: 'Where is the nearest place to pay my bill?' },
      },
      {
        id: 'outages',
        title: 'Planned outages',
        text: 'Know ahead which day, which hours and which streets.',
        offer: { label: 'See outages', say: 'Are there any planned outages?' },
      },
      {
        id: 'person',
        title: 'Talk to a person',
        text: 'Rather a human? Any time, and you always see your place in line.',
        offer: { label: 'Get a person', say: 'I want to talk to a person' },
      },
    ],
  },
  promises: {
    title: 'After your report',
    text: 'Times as in published service standards; the demo counts by them.',
    items: [
      { figure: '45', unit: 'min', text: 'average arrival in town' },
      { figure: '90', unit: 'min', text: 'average arrival in the country' },
      { figure: '7', unit: 'days', text: 'notice of planned outages' },
    ],
  },
  safety: {
    title: 'A wire down, sparks, someone in contact with electricity',
    text: 'People first, then the report.',
    lines: [
      'Stay at least 10 metres from a fallen wire. Move away with your feet together.',
      'Do not touch anyone in contact with electricity. Cut the supply first.',
      'If equipment burns, switch off the mains and use no water. If the fire is big, call 119.',
    ],
    call: 'Call 95598',
    chat: { label: 'Report a danger online', say: 'I want to report an electrical danger' },
  },
  footer: {
    text: 'Demo Electric is a made-up company that shows the customer-service system Switchboard.',
    desk: 'Service desk',
  },
  demo: {
    title: 'Demo aids',
    phoneTitle: 'Text messages to the demo phone',
    noMessages: 'No messages yet. Codes for verification appear here when you ask for a bill.',
    account: 'An account number to try',
    phone: 'Its phone number',
    copy: 'Copy',
    copied: 'Copied',
    desk: 'Open the service desk',
    sign: 'Desk sign-in',
  },
};
