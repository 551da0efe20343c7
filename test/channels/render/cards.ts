import type { Card, CardOf } from '../../../web/protocol/card.ts';

/** One card of each kind. */
export const CARDS: { readonly [K in Card['kind']]: CardOf<K> } = {
  safety: {
    kind: 'safety',
    title: '请先保证安全',
    lines: ['离开至少10米', '不要触碰任何人'],
    actions: [{ type: 'call', label: '拨打110', number: '110' }],
  },
  ticket: {
    kind: 'ticket',
    title: '工单已建立',
    number: '26112400371',
    severity: 'P1',
    severityLabel: '特急',
    facts: [{ label: '地点', value: '莞城' }],
    next: ['抢修队已派出'],
    actions: [{ type: 'say', label: '催办', text: '催办 26112400371' }],
  },
  bill: {
    kind: 'bill',
    title: 'Bill of October',
    total: '123.45 yuan',
    facts: [{ label: 'Due', value: '20 November' }],
    lines: [
      { label: 'Tier 1', quantity: '200 kWh', price: '0.60', amount: '120.00' },
      { label: 'Late fee', amount: '3.45' },
    ],
    chart: { title: 'Usage', unit: 'kWh', columns: [{ label: 'Oct', value: 200 }], alt: 'Usage fell' },
    actions: [],
  },
  places: {
    kind: 'places',
    title: 'Nearest',
    places: [
      {
        name: 'Hall',
        address: '1 Road',
        distance: '1.2 km',
        hours: 'Mo-Fr',
        open: true,
        openLabel: 'Open now',
        services: ['Cash'],
        actions: [{ type: 'open', label: 'Map', url: 'https://maps.example/1' }],
      },
    ],
    note: 'Positions are made up',
  },
  list: {
    kind: 'list',
    title: 'Outages',
    items: [{ title: 'Feeder F12', severity: 'P2', facts: [{ label: 'From', value: '08:00' }] }],
    actions: [],
  },
  rating: {
    kind: 'rating',
    title: 'How was it?',
    sessionId: 's-1',
    labels: ['Bad', 'Poor', 'Fair', 'Good', 'Very good'],
    wordsPlaceholder: 'Words',
    submitLabel: 'Send',
    thanks: 'Thank you',
  },
};
