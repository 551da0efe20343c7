import type { moneyZhHans } from './zh-hans.ts';

/** What the bot says about money beyond balance and bill, in English. */
export const moneyEn: typeof moneyZhHans = {
  explain: {
    higher: ({ month, sum, than, difference }) => `${month}: ${sum}. That is ${difference} more than in ${than}.`,
    lower: ({ month, sum, than, difference }) => `${month}: ${sum}. That is ${difference} less than in ${than}.`,
    same: ({ month, sum, than }) => `${month}: ${sum}. That is as much as in ${than}.`,
    mainly: (cause, amount) => `What counts most: ${lower(cause)} (${amount}).`,
    addsUp: 'Each item below names its line on the bill; together they are the difference exactly.',
    noneBefore: (month) => `There is no bill for ${month} to compare it with.`,
    noneAtAll: 'There is no earlier bill to compare it with.',
    title: (month, than) => `${month} against ${than}`,
    picture: 'Where the difference comes from',
    causes: {
      days: 'Days',
      usage: 'Use a day',
      tier: 'Tier surcharge',
      season: 'Season',
      time_of_use: 'Hours of use',
      tariff: 'Price change',
      estimate: 'Estimated reading',
      late_fee: 'Late fee',
      correction: 'Correction',
      unexplained: 'To be checked',
    },
    notes: {
      days: ({ before, now }) => `${before.days} days → ${now.days} days`,
      usage: ({ before, now }) => `${tenths(before.dailyTenths)} → ${tenths(now.dailyTenths)} kWh a day`,
      tier: ({ now }) => `usage beyond ${now.limits.join(' and ')} kWh costs more`,
      season: ({ before, now }) => `tiers end at ${before.limits.join('/')} → ${now.limits.join('/')} kWh`,
      time_of_use: ({ before, now }) =>
        before.peakPercent === null || now.peakPercent === null
          ? 'the shares of peak, flat and valley hours changed'
          : `peak hours ${before.peakPercent}% → ${now.peakPercent}% of your use`,
      tariff: ({ before, now }) =>
        before.basePrice === now.basePrice
          ? 'prices changed within the period'
          : `base price ¥${before.basePrice} → ¥${now.basePrice} a kWh`,
      estimate: ({ before, now }) =>
        [
          ...(now.shiftKwh === 0
            ? []
            : [`this bill has about ${shifted(now.shiftKwh)} because a reading was estimated`]),
          ...(before.shiftKwh === 0
            ? []
            : [`the bill compared with had about ${shifted(before.shiftKwh)} because a reading was estimated`]),
        ].join('; '),
      late_fee: ({ before, now }) => `late fee ${yuan(before.lateFeeFen)} → ${yuan(now.lateFeeFen)}`,
      correction: () => 'puts right what was billed before',
      unexplained: () => 'the published prices do not account for this; please have it checked',
    },
    onBill: (lines) => `on the bill: ${lines.join(', ')}`,
    labels: { before: 'Month before', beforeYear: 'Same month last year', now: 'This bill' },
    monthOf: (period) =>
      new Intl.DateTimeFormat('en', { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
        new Date(`${period}-01`),
      ),
    signed: (fen) => `${fen < 0 ? '-' : '+'}${yuan(Math.abs(fen))}`,
    alt: (steps) => steps.map(({ label, amount }) => `${label} ${amount}`).join('; '),
    estimatedNow: 'The reading of this bill is estimated; the next real reading puts it right by itself.',
    checks: {
      intro: 'What you can check yourself:',
      reading: (reading) =>
        `Look at the meter: it must read more than ${reading} now. If it reads less, the bill has a wrong reading; tell me at once.`,
      appliances:
        'Think whether air conditioning, water heater or heating ran longer, or whether there are more people or new appliances.',
      like: ({ dailyTenths, minutes, watts }) =>
        `The ${tenths(dailyTenths)} kWh more a day are what an air conditioner of ${watts} W takes in ${hours(minutes)}.`,
      leakage:
        'Leakage: switch off every appliance. If the meter’s light still blinks, current may be leaking; have an electrician look, do not open anything.',
      neighbours:
        'Neighbours on your meter: switch off your main switch. The meter must stand still; if a neighbour goes dark, somebody may be wired to your meter.',
      hours: 'Move washing, hot water and charging into the valley hours.',
      lateFee: 'Paid in time there is no late fee; bank autopay does it for you.',
    },
    offers: { check: 'Have this bill checked' },
    analysis: {
      title: (month) => `Analysis of the bill for ${month}`,
      method:
        'Method: the mean over all orders in which the changes could have come (Shapley); the parts add up to the difference.',
      attached: 'Attached',
      details: (month) => `The bill for ${month} is higher than expected; please check it.`,
    },
  },
  whatIf: {
    title: (name) => `${capital(name)}: what it costs`,
    perMonth: (sum) => `${sum} a month`,
    own: ({ name, sum, month, kwh }) =>
      `${capital(name)}: about ${sum} a month on your tariff, on top of the ${kwh} kWh of ${month}.`,
    range: (name, least, most) =>
      `${capital(name)}: about ${least} to ${most} a month. It is ${least} if nothing else is used, and ${most} once you are in the last tier.`,
    one: (name, sum) => `${capital(name)}: about ${sum} a month.`,
    atNight: (hour, sum) => `In the valley hours (from ${hour}:00) it would be ${sum}.`,
    onHours: ({ sum, fromHour }) =>
      `On the time-of-use tariff${fromHour === null ? '' : `, from ${fromHour}:00 on,`} it would be ${sum} (days cost more there: whether it pays depends on all your usage).`,
    something: 'this appliance',
    several: (count, name) => `${count} × ${name}`,
    labels: { power: 'Power', time: 'Use', base: 'Other usage' },
    power: (watts, assumed) => `${watts} W${assumed ? ' (typical)' : ''}`,
    time: ({ minutes, timesAWeek, fromHour, assumed }) =>
      [
        minutes % 30 === 0 ? `${minutes / 60} ${minutes === 60 ? 'hour' : 'hours'}` : `${minutes} minutes`,
        timesAWeek === 7 ? ' a day' : ` on ${timesAWeek} ${timesAWeek === 1 ? 'day' : 'days'} a week`,
        fromHour === null ? '' : `, from ${fromHour}:00`,
        assumed ? ' (typical)' : '',
        ', a month of 30 days',
      ].join(''),
    base: (month, kwh) => `${kwh} kWh, as in ${month}`,
    noBase: 'not counted',
    offers: { own: 'Reckon with my own usage', saving: 'Use less electricity' },
  },
  advice: {
    title: 'Your usage',
    atRate: (month, dailyTenths) => `At the rate of ${month}, ${tenths(dailyTenths)} kWh a day, `,
    tierBegins: (tier, date) => `tier ${tier} begins on ${date}`,
    noTier: (tier, month) => `tier ${tier} is not reached in ${month}`,
    stop: '.',
    comma: ', ',
    base: (month, dailyTenths) =>
      `Base load: least was used in ${month}, ${tenths(dailyTenths)} kWh a day. That is mostly what runs always: the fridge, the router, standby.`,
    season: ({ month, dailyTenths, kwh, sum }) =>
      `Season: most was used in ${month}, ${tenths(dailyTenths)} kWh a day. Over the year that is ${kwh} kWh beyond the base load, ${sum} at present prices, mostly cooling and heating.`,
    saving: (sum) => `One kWh a day less saves ${sum} in 30 days.`,
    hours: (yuanPerKwh) => `Each kWh moved from peak to valley hours saves ¥${yuanPerKwh}.`,
    daily: (dailyTenths) => `${tenths(dailyTenths)} kWh a day`,
    labels: { base: 'Least', top: 'Most' },
    offers: { mine: 'Look at my usage', appliances: 'Tips for appliances' },
  },
  campaigns: {
    title: 'Offers',
    found: (count) =>
      `${count === 1 ? 'There is one offer' : `There are ${count} offers`} now or soon, those that fit you first:`,
    beware: 'Please note that we never ask you to transfer money through a link or a call to claim a prize.',
    dates: (from, until) => `${from} to ${until}`,
    ahead: (dates) => `${dates} (not begun yet)`,
    labels: { what: 'What', dates: 'When', who: 'For whom', you: 'You' },
    fits: { eligible: 'It is for you', not_eligible: 'Not for you at present' },
  },
  arrears: {
    feeOf: (month) => `Late fee on the bill for ${month} (to today)`,
    times: (sum, days, rate) => `${sum} × ${days} ${days === 1 ? 'day' : 'days'} × ${rate} a day`,
    dueOn: (date) => `due on ${date}`,
    rule: ({ overdueDays, noticeFrom, noticeTo, minutes }) =>
      `The rule: supply may be cut only when a bill is more than ${overdueDays} days overdue and has been demanded in vain; there is a written notice ${noticeFrom} to ${noticeTo} days before, and another ${minutes} minutes before.`,
    notBefore: (date, days) =>
      `Nothing is cut for arrears before ${date}: there ${days === 1 ? 'is one day' : `are ${days} days`} left.`,
    mayBeCut: (date) => `Since ${date} supply may be cut. Please pay as soon as you can, or ask for more time.`,
    backBy: (time) => `Your payment has come in; supply is back by ${time}. If it is not by then, tell me.`,
    back: (hours) => `Once everything owed is paid, supply is back within ${hours} hours.`,
    planFirst:
      'More time or instalments have to be agreed by our staff; the late fee runs on until they answer. I will take your request down.',
    offers: { plan: 'Ask for more time to pay', mine: 'My arrears and late fee' },
  },
  binding: {
    consent: (number, days) =>
      `If you agree, this chat account can see the balance, bills and usage of account ${number} without a code for ${days} days. Changing the phone and the like will still need a code. Whoever can open this chat account will see them too. It ends when the registered phone changes, or whenever you say "forget me". Shall I remember you here?`,
    begun: (days) => `I will remember you here for ${days} days. Say "forget me" at any time.`,
    declined: 'All right, you are not remembered here. A code will be asked for next time.',
    ended: 'You are no longer remembered here. A code will be asked for next time.',
    none: 'No account is remembered in this chat.',
    listed: ({ number, since, until }) =>
      `This chat account is remembered for account ${number}, since ${since} and until ${until}.`,
    notHere:
      'That is not possible here: in a browser I cannot tell whether it is you who comes back. It works in chat apps only.',
    offer: 'In this chat you can look up this account without a code from now on, if you like.',
    offers: { bind: 'Remember me here', unbind: 'Forget me', yes: 'Yes, remember me', no: 'No, thanks' },
  },
  system: {
    oneMoment:
      'One moment: the billing system is slow to answer. I will tell you as soon as it does. You can go on writing meanwhile.',
    stillAsking: 'I am still waiting for the billing system and will tell you as soon as it answers.',
    asOf: (time) =>
      `The billing system isn't answering just now. This is the record as of ${time}; payments and changes since then are not in it.`,
    unreachable:
      "The billing system isn't answering just now, so I can't reach your account's record, and I will not guess a figure. Please try again in a few minutes, or talk to a person.",
    again: 'Try again',
  },
  evidence: {
    owed: (sum, fee) => `Owed: ${sum} in all, ${fee} of it late fee`,
    title: 'Payments on record',
    payment: ({ date, sum, method, month }) =>
      `- ${date} ${sum}, ${method}${month ? `, for the bill of ${month}` : ''}`,
    open: (month, sum) => `- ${sum} of the bill for ${month} is open`,
    none: '- no payment has come in',
    twice: (sum) => `- two payments of the same amount for one bill: ${sum}`,
  },
};

function shifted(kwh: number): string {
  return `${Math.abs(kwh)} kWh too ${kwh > 0 ? 'many' : 'few'}`;
}

function hours(minutes: number): string {
  const whole = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [...(whole > 0 ? [`${whole} h`] : []), ...(rest > 0 ? [`${rest} min`] : [])].join(' ');
}

function tenths(value: number): string {
  return (value / 10).toFixed(1);
}

function yuan(fen: number): string {
  return `¥${(fen / 100).toFixed(2)}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
