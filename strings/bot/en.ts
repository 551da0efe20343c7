import { askingEn } from './asking/en.ts';
import { documentsEn } from './documents/en.ts';
import { moneyEn } from './money/en.ts';
import { lifeSupportEn, noticesEn } from './notices/en.ts';
import { requestsEn } from './requests/en.ts';
import type { zhHans } from './zh-hans.ts';

/** What the bot says, in English. */
export const en: typeof zhHans = {
  common: {
    yes: 'Yes',
    no: 'No',
    unknown: 'Not sure',
    skip: 'Skip',
    person: 'Talk to a person',
    cancelled: 'All right, I have stopped that. Tell me if you need anything else.',
    nothingToCancel: 'There is nothing going on to stop. Tell me what you need.',
    repeatNothing: 'I have not said anything yet. Tell me how I can help.',
    continueWith: 'Back to where we were.',
    again: 'Sorry, I did not get that.',
    troubled: ({ hotline, fire, ambulance }) =>
      `Sorry, I could not deal with your last message, so I have passed you on to a colleague. If there is danger, move away and call ${hotline}; for fire ${fire}, for the injured ${ambulance}.`,
    tooLong: (most) => `That message is too long. Please send it in parts of no more than ${most} characters.`,
    sum: (fen) => `${fen < 0 ? '-' : ''}¥${(Math.abs(fen) / 100).toFixed(2)}`,
    date: (date) => `${Number(date.slice(8))} ${MONTHS[Number(date.slice(5, 7)) - 1]?.slice(0, 3)} ${date.slice(0, 4)}`,
    month: (period) => `${MONTHS[Number(period.slice(5)) - 1]} ${period.slice(0, 4)}`,
    monthShort: (period) => MONTHS[Number(period.slice(5)) - 1]?.slice(0, 3) ?? '',
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    listSeparator: '; ',
    space: ' ',
    today: 'today',
    tomorrow: 'tomorrow',
    wait: (milliseconds) => {
      const minutes = Math.ceil(milliseconds / 60_000);
      if (minutes < 2) return 'a minute';
      return minutes < 120 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`;
    },
  },
  greet: {
    hello: (utility) =>
      `Hello, this is customer service of ${utility}. Tell me about a power cut, a bill, or a place to pay. If there is danger, move away first, then write.`,
    again: 'Hello, I am here. Tell me how I can help.',
    thanks: 'You are welcome. I am here if you need anything else.',
    goodbye: 'Goodbye. You can find me here at any time.',
    affirmed: 'All right. What would you like to do next?',
    denied: 'All right. Tell me what you need.',
    offers: {
      fault: 'Report a power cut',
      bill: 'My bill',
      pay: 'Where to pay',
      planned: 'Planned outages',
      person: 'Talk to a person',
    },
  },
  clarify: {
    which: 'Which of these would you like?',
    rephrase:
      'Sorry, I did not understand. Please say one thing in other words, for example "my power is out" or "this month\'s bill".',
    toPerson: 'I still do not understand, so I am passing you on to a colleague.',
    outOfScope:
      'I cannot help with that. I can help with power cuts, bills, places to pay and your electricity account.',
  },
  intents: {
    report_outage: 'Report a power cut',
    report_power_quality: 'Flicker or bad voltage',
    report_hazard: 'Something is dangerous',
    report_meter: 'Meter trouble',
    claim_damage: 'Damaged appliances',
    ask_fault_status: 'Progress of a repair',
    ask_planned_outage: 'Planned outages',
    ask_balance: 'What I owe',
    ask_bill: 'My bill',
    dispute_bill: 'My bill looks wrong',
    ask_tariff: 'Prices and rules',
    ask_late_fee: 'Late fee',
    ask_payment_methods: 'Ways to pay',
    find_payment_location: 'Where to pay',
    report_payment_problem: 'A payment went wrong',
    ask_invoice: 'Invoice',
    request_reconnection: 'Reconnection',
    request_new_service: 'New connection',
    change_account: 'Change my account',
    ask_account_number: 'Find my account number',
    talk_to_agent: 'Talk to a person',
    complain: 'Make a complaint',
    praise: 'Praise somebody',
    suggest: 'Make a suggestion',
    ask_promotion: 'Offers and discounts',
    ask_saving_tips: 'Use less electricity',
    ask_safety_advice: 'Safety advice',
    help: 'What I can do',
  },
  safety: {
    title: 'Stay safe first',
    lines: {
      wire_down: ({ metres }) => [
        `Keep at least ${metres} m away from the fallen wire. Treat it as live.`,
        'Move off in small hops with your feet together. Do not run.',
        'Keep others back. Nobody must touch it.',
      ],
      electric_shock: ({ ambulance }) => [
        'Do not touch a person who is getting a shock, nor the thing that gives it.',
        'If you can reach it safely, switch off the main switch first.',
        `Somebody is hurt: call ${ambulance} at once.`,
      ],
      fire: ({ fire }) => [
        `Get everybody out and call ${fire}.`,
        'No water until the power is off.',
        'If you can reach it safely, switch off the main switch first.',
      ],
      smoke_or_burning: ({ fire }) => [
        'If you can reach it safely, switch off the main switch first.',
        'No water. If the smoke is thick, leave.',
        `If you see flames, call ${fire}.`,
      ],
      sparks: ({ metres }) => [
        `Keep at least ${metres} m away from the sparks.`,
        'Do not touch metal gates, railings or puddles nearby.',
      ],
      flooding: () => [
        'Do not step into the water or touch electrical equipment in it.',
        'Switch off the main switch only if you can reach it standing on dry ground.',
      ],
      exposed_live_part: () => ['Do not touch it or try to cover it.', 'Keep children away and warn others.'],
      pole_damaged: ({ metres }) => [
        `Keep at least ${metres} m away from the pole and its wires, and do not stand under them.`,
        'Warn people and cars.',
      ],
      explosion: ({ metres, fire }) => [
        `Keep at least ${metres} m away: it may happen again.`,
        `Do not go and look. If you see flames, call ${fire}.`,
      ],
      tree_contact: ({ metres }) => [
        'Do not touch the tree or try to cut it.',
        `Keep at least ${metres} m away from it: it may be live.`,
      ],
      overvoltage: () => [
        'Switch off your main switch and unplug appliances.',
        'Leave it off until it has been repaired.',
      ],
      injured: ({ ambulance }) => [
        `Somebody is hurt: call ${ambulance} at once.`,
        'Do not touch a person in contact with electricity before the supply is off.',
      ],
      trapped: ({ fire }) => [
        `Somebody is trapped: call ${fire} at once.`,
        'Whoever is trapped should stay put and not force the doors.',
      ],
      life_support: ({ ambulance }) => [
        'Switch the patient to battery or bottled oxygen now.',
        `If their state is bad, call ${ambulance} at once.`,
      ],
      vulnerable: () => [],
    },
    call: {
      fire: (number) => `Fire ${number}`,
      ambulance: (number) => `Ambulance ${number}`,
      hotline: (number) => `Power hotline ${number}`,
    },
  },
  fault: {
    ask: {
      danger:
        'First of all: are there sparks, smoke, a burning smell, a wire down, a tingle when you touch something, or is anybody hurt?',
      dangerAgain: 'Please tell me whether there is danger: sparks, smoke, a wire down, a shock. If not, answer "no".',
      dangerKind: 'Which of these is it?',
      place: 'Where is it? Town, village or estate, building and number. You can also send your position.',
      placeUrgent:
        'Where is it? Tell me at once whatever you know: town, village or estate, road, what is next to it. Or send your position.',
      placeAgain: 'I still need the place: the town and the village or estate. A pole or transformer number helps too.',
      phone: 'Please leave a phone number, so that the crew can find you.',
      phoneAgain:
        'That number looks incomplete. Please send a mobile number, or a landline with its area code. You can skip this.',
      hurt: 'Is anybody hurt or trapped?',
      hurtAgain: 'Please answer yes or no: is anybody hurt or trapped?',
      what: 'What is happening? For example: no power at all, lights flicker, the meter is blank.',
      whatAgain: 'I do not have the picture yet. Please tell me briefly what you see.',
    },
    offers: {
      noDanger: 'No danger',
      someDanger: 'There is danger',
      explains: 'Yes',
      otherCause: 'No, go on with the report',
      nobodyHurt: 'Nobody is hurt',
      somebodyHurt: 'Somebody is hurt or trapped',
    },
    dangers: {
      sparks: 'Sparks',
      smoke_or_burning: 'Smoke or a burning smell',
      wire_down: 'A wire is down',
      electric_shock: 'A shock or tingle',
      fire: 'Fire',
      flooding: 'Water in the equipment',
      injured: 'Somebody is hurt',
    },
    scopes: {
      part_of_premises: 'Part of my home',
      premises: 'Only my home',
      building: 'The whole building',
      street: 'The street or estate',
      area: 'The whole village or town',
      unknown: 'Not sure',
    },
    signs: {
      neighbours: {
        ask: 'Is it only your home, or are the neighbours dark too? The stairs or the windows opposite will show it.',
        again: 'Please choose what comes closest. If you cannot tell, choose "Not sure".',
        offers: {},
      },
      extent: {
        ask: 'Is the whole home without power, or half of it, or only some rooms?',
        again: 'Please choose one: the whole home, half of it, or some rooms?',
        offers: { whole: 'The whole home', half: 'Half of it', rooms: 'Some rooms or sockets' },
      },
      breaker: {
        ask: 'Has your main switch or residual-current device tripped? Only have a look, do not touch it yet.',
        again: 'A tripped switch hangs down or stands in the middle. Has one tripped, or are all up?',
        offers: { on: 'Not tripped', tripped: 'It has tripped', trips_again: 'It trips again' },
      },
      meter: {
        ask: 'Does the display of the meter show anything? If you cannot look, choose "Not sure".',
        again: 'Please look at the meter: are there figures, or is it black?',
        offers: { lit: 'It shows figures', dark: 'It is black', arrears: 'The arrears lamp is lit' },
      },
    },
    heard: {
      said: (signs) => `Right: ${signs.join('; ')}.`,
      signs: {
        'neighbours.lit':
          'the neighbours have power, so the trouble is most likely in the line or the switches of your own home',
        'extent.half':
          'half of it has power; a phase or the neutral may be lost, so do not use valuable appliances until it is clear',
        'extent.rooms': 'only part of it has no power',
        'breaker.tripped': 'a switch of yours has tripped',
        'breaker.trips_again': 'it trips again, so leave it off for now',
        'breaker.on': 'no switch has tripped',
        'meter.dark': 'the meter shows nothing',
        'meter.lit': 'the meter is lit, so power reaches it',
        'meter.arrears':
          'the arrears lamp is lit; once you have shown who you are, I can look whether supply was cut for arrears',
        'check.trips_again': 'leave it off and do not push it again, I will register it',
        'check.not_restored': 'leave it as it is, I will register it',
        'check.breaker_on': 'no switch has tripped, I will register it',
        'check.declined': 'you need not touch anything, I will register it',
        no_danger: 'good that nobody is hurt',
      },
      notes: {
        photo: 'I have your photo.',
        position: 'I have your position.',
        phone: 'I have your number.',
        danger_passed: 'If you see sparks, smoke or a wire down, tell me at once.',
        asks_when:
          'A crew is sent as soon as this is registered. A restoration time can only be given on site; I will tell you.',
      },
    },
    photoFirst: 'I have your photo. Please tell me what it shows, or choose one of these.',
    classes: {
      customer_internal: 'Your own switches or wiring',
      low_voltage: 'Low-voltage line or meter box',
      high_voltage: 'High-voltage line or transformer',
      metering: 'The meter',
      power_quality: 'Quality of the voltage',
      non_utility: 'Not our equipment',
    },
    because: (named, reasons) => `${named} (${reasons.join(', ')})`,
    evidence: {
      'sign.neighbours.lit': 'the neighbours have power',
      'sign.neighbours.building': 'the whole building is dark',
      'sign.neighbours.street': 'the street or estate is dark',
      'sign.neighbours.area': 'the village or town is dark',
      'sign.extent.whole': 'the whole home is dark',
      'sign.extent.half': 'half the home is dark',
      'sign.extent.rooms': 'only part of the home is dark',
      'sign.breaker.on': 'no switch has tripped',
      'sign.breaker.tripped': 'a switch has tripped',
      'sign.breaker.trips_again': 'a switch trips again',
      'sign.meter.lit': 'the meter is lit',
      'sign.meter.dark': 'the meter shows nothing',
      'sign.meter.arrears': 'the arrears lamp is lit',
      'hazard.wire_down': 'a wire is down',
      'hazard.pole_damaged': 'a pole is damaged',
      'hazard.tree_contact': 'a tree touches the line',
      'hazard.explosion': 'there was a bang',
      'hazard.overvoltage': 'the voltage is too high',
    },
    check: {
      ask: {
        offer:
          'A switch of your own has most likely tripped, and you may be able to put it back. Only if you can reach it, your hands and the floor are dry and nothing smells burnt. Shall I take you through it?',
        look: 'Look at the levers of the main switch and the residual-current device: does one hang down, or stand in the middle?',
        reset:
          'First switch all the small ones off. Then push the tripped main switch fully down, and up again. Does it hold? Push it only once.',
        circuits:
          'Good. Now switch the small ones on, one by one. Does one of them trip it? If so, leave that one off and do not try it again.',
        back: 'Is the power back?',
      },
      offerOnce:
        'If it trips again, one of the circuits is most likely at fault. You can switch them all off and try once more, to find out which. Only if you can reach it, your hands and the floor are dry and nothing smells burnt. Shall I take you through it?',
      again: {
        offer: 'Only if you can reach it, it is dry and nothing smells burnt. Shall I take you through it?',
        look: 'A lever that hangs down or stands in the middle has tripped. Is there one?',
        reset: 'Did it stay up, or trip again at once?',
        circuits: 'One by one: does one of them trip?',
        back: 'Is the power back now?',
      },
      offers: {
        offer: { yes: 'Yes, take me through it', no: 'No, just report it' },
        look: { yes: 'One has tripped', no: 'All are up', stop: 'I cannot look, just report it' },
        reset: { yes: 'It holds', no: 'It trips again', stop: 'I cannot do it, just report it' },
        circuits: { no: 'All are on', yes: 'One of them trips', stop: 'I cannot do it, just report it' },
        back: { yes: 'It is back', no: 'Still no power' },
      },
      restored:
        'Good, it is back, so nothing needs to be registered. If it trips again, do not keep pushing it: tell me.',
      restoredButOne:
        'Good, it is back. Leave off the circuit that trips, do not use its sockets and appliances, and have a licensed electrician look at it. If you want us to come, choose that below or say "report a fault".',
      visit: 'Send somebody',
      leaveOff: 'Leave the switch that does not hold off.',
    },
    own: {
      ask: ({ time, number, place, state }) =>
        `Ticket ${number} that you reported at ${time}${place === null ? '' : ` (${place})`} is still open: ${state}. Is this the same matter?`,
      again: 'Please choose: add to that ticket, hurry it, cancel it, or is this another place?',
      offers: { add: 'Yes, add to it', chase: 'Hurry it', cancel: 'Cancel that ticket', other: 'Another place' },
      gone: (number) => `Ticket ${number} is over. If you still have no power, tell me and I register it anew.`,
      calledOff: (number) => `All right, ticket ${number} is cancelled. Tell me when you need anything.`,
      callOffNoted: (number) =>
        `Ticket ${number} is being worked on. I have noted that you want it cancelled; a colleague will confirm it.`,
    },
    joined: 'It has been added to that fault; I will tell you of both together.',
    askExplained: {
      planned: 'Is that why you have no power?',
      arrears: 'Is it this account that has no power?',
      incident: 'Is your place one of those?',
    },
    arrears: (hours) =>
      `Supply to the account that you have verified was cut off for arrears. It is restored within ${hours} hours of payment in full.`,
    arrearsNext: 'All right, then no crew is needed. You can look up what is owed, pay, and ask for reconnection.',
    plannedNoted:
      'All right, then nothing needs to be registered: supply comes back when the work is done. If it does not, tell me.',
    back: 'Good, it is back, so nothing was registered. Tell me if it goes again.',
    backOnTicket: (number) =>
      `I have noted on ticket ${number} that your supply is back; a colleague checks and closes it.`,
    cancelled: 'All right, nothing was registered. Tell me when you need it.',
    cancelledWithTicket: (number) => `All right. Ticket ${number} stands, and the repair goes on.`,
    amended: (number) => `Added to ticket ${number}.`,
    placeChanged: (number, place) => `The place of ticket ${number} is now: ${place}.`,
    noted: 'Noted.',
    personForPlace:
      'The place is not clear yet. I have registered what we know and am passing you on to a colleague at once.',
    personForDanger:
      'You say there is danger: please keep away from it. It is registered, and I am passing you on to a colleague at once.',
    personForEmergency: 'It is registered, the dispatcher on duty is alerted, and I am passing you on to a colleague.',
    knownIncident: (area) => `A fault in ${area} is being worked on. Your report has been added.`,
    incidentEta: ({ time, source, minutes }) =>
      `Supply is expected back at ${time} (said by ${source} ${minutes < 60 ? `${minutes} minutes` : `${Math.floor(minutes / 60)} hours`} ago).`,
    etaSource: { crew: 'the crew', dispatcher: 'the dispatcher on duty' },
    incidentNoEta: 'There is no restoration time yet. I will tell you when there is one.',
    knownPlanned: (area, from, to) => `There is planned work in ${area}: ${from} to ${to}.`,
  },
  ticket: {
    titles: {
      fault: 'Fault ticket',
      meter: 'Meter ticket',
      damage_claim: 'Damage claim',
      complaint: 'Complaint',
      suggestion: 'Suggestion',
      praise: 'Praise',
      bill_dispute: 'Bill check',
      payment_problem: 'Payment check',
      invoice: 'Invoice request',
      reconnection: 'Reconnection request',
      new_service: 'Service request',
      account_change: 'Change request',
      payment_plan: 'Request for time to pay',
      callback: 'Call back',
      enquiry: 'Enquiry',
    },
    stands: (number) => `It is registered. The ticket number is ${number}.`,
    severity: { P1: 'Emergency', P2: 'Urgent', P3: 'Standard', P4: 'Routine' },
    labels: {
      number: 'Ticket',
      place: 'Place',
      since: 'Since',
      phone: 'Phone',
      reasons: 'Why this grade',
      link: 'Probably at fault',
      photos: 'Photos',
      state: 'State',
      what: 'What',
      created: 'Registered',
      account: 'Account',
    },
    states: {
      received: 'Received',
      acknowledged: 'Being looked after',
      crew_assigned: 'Crew assigned',
      en_route: 'Crew on the way',
      on_site: 'Crew on site',
      restored: 'Repaired',
      called_back: 'Called back',
      closed: 'Closed',
      returned: 'Returned for checking',
      cancelled: 'Cancelled',
    },
    next: {
      dispatch: (minutes) => `The dispatcher on duty sends it to a crew within ${minutes} minutes.`,
      arrival: (urban, rural, remote) =>
        `Our standard for arrival, on average: ${urban} minutes in town, ${rural} in the country, ${remote} in remote places.`,
      eta: 'A restoration time can only be given on site. I will tell you when it is known.',
      message: 'I will tell you here when there is news.',
      answer: (days) => `You will have an answer within ${days} working days.`,
      contact: (hours) => `We will contact you within ${hours} hours.`,
      person: 'A colleague looks after it and will contact you if needed.',
    },
    placeUnknown: 'To be confirmed',
    positionShared: 'The position you sent',
    photos: (count) => String(count),
    noneFound: 'I cannot find that ticket. Please check the 12 digits, or tell me the place.',
    askNumber: 'Please send me the ticket number. Without one, tell me the place.',
    askNumberAgain: 'A ticket number has 12 digits and stands on the card you got.',
    listTitle: 'Your tickets',
  },
  verify: {
    ask: {
      account_number: (digits) =>
        `I have to check who is asking first. Please send me the ${digits}-digit account number: it is on your bill, in payment messages and on the label of the meter box.`,
      account_numberAgain: (digits) =>
        `An account number has ${digits} digits. Please check it and send it again. If you cannot find it, I can pass you on to a person.`,
      code: (minutes) =>
        `If this account exists, a code has been sent to its registered phone. It is good for ${minutes} minutes. Please send me the code.`,
      codeAgain: (length) =>
        `Please send the ${length}-digit code from the text message. If it has not come, I can send another or pass you on to a person.`,
      codeStillValid: 'The code sent a moment ago is still good. Please send it to me.',
    },
    wrong: (left) =>
      `That code is not right. You can try ${left === 1 ? 'once more' : `${left} more times`}. Please check the text message and send it again.`,
    expired: 'That code has expired. Choose "Send again" and send me the new one.',
    tooSoon: (wait) =>
      `Please wait ${wait} before another code is sent. If the last one has come, you can still send it to me.`,
    spent: 'That was the last try, and the code is no longer good. Please come back in a while, or talk to a person.',
    refused: (wait) =>
      `Codes have been asked for too often for this account number. To keep the account safe, please try again in ${wait}, or talk to a person.`,
    offers: { resend: 'Send again', other: 'Another account', findNumber: 'Find my account number' },
    sms: ({ utility, code, minutes }) =>
      `[${utility}] Your code is ${code}, good for ${minutes} minutes, to show who you are: with it bills can be seen and contact details changed. Do not pass it on: our staff never ask for it.`,
  },
  balance: {
    title: 'What you owe',
    nothing: (number) => `Nothing is owed on account ${number}.`,
    lastPayment: (date, sum) => `The last payment came in on ${date}: ${sum}.`,
    total: (number, sum) => `${sum} is due on account ${number} in all.`,
    due: (date) => `Please pay by ${date}, that day included; after that a late fee runs by the day.`,
    overdue: (sum, fee) => `${sum} of it is overdue; the late fee up to today is ${fee} and is included.`,
    disconnected: (hours) =>
      `Supply has been cut off for arrears. It is restored within ${hours} hours of payment in full.`,
    labels: {
      account: 'Account',
      address: 'Supplied at',
      due: 'Last day to pay',
      overdue: 'Overdue',
      lateFee: 'Late fee (to today)',
    },
    item: (month) => `Bill for ${month}`,
    offers: {
      methods: 'Ways to pay',
      where: 'Where to pay',
      bill: 'My bill',
      balance: 'What I owe',
      reconnect: 'Ask for reconnection',
    },
  },
  bill: {
    title: (month) => `Bill for ${month}`,
    summary: ({ month, kwh, sum }) => `${month}: ${kwh} kWh used, ${sum}.`,
    more: (kwh) => `That is ${kwh} kWh more than in the same month last year.`,
    less: (kwh) => `That is ${kwh} kWh less than in the same month last year.`,
    same: 'That is the same as in that month last year.',
    paid: 'It is paid in full.',
    unpaid: (sum, date) => `${sum} is still to be paid, by ${date}.`,
    overdue: (sum, date) => `${sum} is still to be paid; it was due on ${date}.`,
    notThere: (month) => `There is no bill for ${month}. The latest one is:`,
    notYet: (month, day) => `The bill for ${month} comes out on day ${day} of the month after. The latest one is:`,
    none: 'There is no bill for this account yet.',
    labels: {
      account: 'Account',
      address: 'Supplied at',
      tariff: 'Tariff',
      period: 'Billing period',
      usage: 'Usage',
      readings: 'Meter readings',
      due: 'Last day to pay',
      paid: 'Paid',
      left: 'To be paid',
    },
    estimated: (readings) => `${readings} (estimated)`,
    kwh: (kwh) => `${kwh} kWh`,
    price: (price) => `¥${price} a kWh`,
    line: (code) => BILL_LINES[code] ?? tierLine(code) ?? 'Other',
    chart: 'Usage in the last 12 months',
    unit: 'kWh',
    chartAlt: (columns) =>
      columns
        .map(
          ({ month, kwh, before }) =>
            `${month} ${kwh} kWh${before === null ? '' : `, ${before} kWh in that month the year before`}`,
        )
        .join('; '),
  },
  money: moneyEn,
  documents: documentsEn,
  requests: requestsEn,
  notices: noticesEn,
  asking: askingEn,
  lifeSupport: lifeSupportEn,
  places: {
    ask: 'Where are you? Tell me the town or village, or send your position, and I will find the nearest places to pay.',
    askAgain:
      'I have not found that place yet. Please name a town, village or community of Dongguan, for example "Liaobu" or "Nancheng", or send your position.',
    titleNear: (place) => `Places to pay near ${place}`,
    titleHere: 'The nearest places to pay',
    titleHome: 'Places to pay near where your account is supplied',
    found: (count) => `${count === 1 ? 'One place' : `${count} places`} to pay, the nearest first:`,
    openThen: (when, count) =>
      `${count === 1 ? 'One place' : `${count} places`} to pay that ${count === 1 ? 'is' : 'are'} open ${when}, the nearest first:`,
    noneOpenThen: (when) => `No place nearby is open ${when}. These are near; please look at their hours:`,
    noneWithin: (kilometres) =>
      `There is no place to pay within ${kilometres} km. These are the nearest; you can also pay without going anywhere:`,
    noneWith: (kilometres, { wanted, elsewhere }) =>
      elsewhere > 0
        ? `There is no place within ${kilometres} km for: ${wanted}. Of those that there are, these are the nearest:`
        : `I have found no place for: ${wanted}.`,
    withServices: (wanted, line) => `For ${wanted}: ${line}`,
    askHome:
      'To search near your home I need to verify who you are, so that I may look up where you are supplied. Or just tell me the town or village, or send your position.',
    askLandmarkTown: (landmark) => `Which town is the ${landmark} in? You can also send your position.`,
    askLandmark: 'Several places could be meant. Which one is it?',
    noLandmark: (landmark, town) =>
      `I do not have the position of a ${landmark} in ${town}, so I have searched around the middle of ${town}.`,
    landmarks: {
      hospital: 'hospital',
      station: 'station',
      market: 'market',
      school: 'school',
      mall: 'shopping centre',
      park: 'park',
      government: 'town hall',
      other: 'place',
    },
    vans: 'Where the mobile service van stops next:',
    van: (name, { far, at, address }) => `- ${name}, ${far}, from ${at} (${address})`,
    vanNow: (name, { far, until }) => `- ${name}, ${far}, there now until ${until}`,
    closedFor: (until, reason) =>
      `${until ? `Closed until ${until}` : 'Closed until further notice'}${reason ? ` (${reason})` : ''}`,
    holiday: (day, holiday) => `${day} (${holiday.en})`,
    map: {
      here: 'you',
      there: 'here',
      alt: (count) => `Sketch of ${count} ${count === 1 ? 'place' : 'places'} to pay, north at the top`,
      scale: (metres) => (metres < 1000 ? `${metres} m` : `${metres / 1000} km`),
      north: 'N',
    },
    unsaid: 'That is all right. You can pay without going anywhere:',
    unplaced: 'I could not tell where that is. You can pay without going anywhere:',
    distance: (metres) =>
      metres < 950 ? `${Math.max(50, Math.round(metres / 50) * 50)} m` : `${(metres / 1000).toFixed(1)} km`,
    walking: (distance, minutes) => `${distance}, about ${minutes} min on foot`,
    driving: (distance, minutes) => `${distance}, about ${minutes} min by car`,
    openAlways: 'Open 24 hours',
    open: 'Open',
    openUntil: (time) => `Open until ${time}`,
    closed: 'Closed now',
    closedUntil: (day, time) => `Closed now, opens ${day} at ${time}`,
    closedAllDay: 'closed',
    alwaysHours: '24 hours, every day',
    daily: 'Every day',
    days: (from, to) => `${from} to ${to}`,
    todayOnly: (hours) => `today ${hours}`,
    services: {
      cash: 'Cash',
      card: 'Card',
      qr: 'QR code',
      machine: 'Machine',
      new_service: 'Other services',
      invoice: 'Invoices',
    },
    maps: { amap: 'Amap', baidu: 'Baidu Maps', apple: 'Apple Maps', google: 'Google Maps' },
    call: 'Call',
    note: 'Distances are as the crow flies, times are estimates.',
    demoNote:
      'Distances are as the crow flies, times are estimates. Places and positions are demo data, not real places.',
    now: 'now',
    on: (day, time) => `${day} at ${time}`,
    offers: { methods: 'Pay from home', verify: 'Verify who I am' },
  },
  planned: {
    ask: 'Which place do you mean? Tell me the town, village or community.',
    askAgain:
      'I have not found that place yet. Please name a town, village or community of Dongguan, for example "Liaobu" or "Nancheng".',
    title: (place) => `Planned outages in ${place}`,
    titleHome: 'Planned outages where your account is supplied',
    found: (count) => `${count === 1 ? 'One planned outage has' : `${count} planned outages have`} been announced:`,
    none: (place) => `No planned outage has been announced for ${place}.`,
    noneHome: 'No planned outage has been announced for where your account is supplied.',
    reach: (days, date) => `Planned outages are announced ${days} days ahead, so this holds until ${date}.`,
    urgent: 'Urgent repairs are not in the plan.',
    labels: { time: 'Time', reason: 'Reason', state: 'State' },
    time: (from, to) => `${from} to ${to}`,
    goingOn: 'Work is going on',
    ahead: 'Not begun yet',
    offers: { report: 'My power is out now' },
  },
  status: {
    found: 'Here is what you have reported:',
    ofNumber: (number) => `Progress of ticket ${number}:`,
    noneHere: (place) => `No fault is on record in ${place} now. If your power is out, tell me and I will register it.`,
    incident: (area) => `A fault in ${area} is being worked on.`,
    chased: (number, times) =>
      `I have noted on ticket ${number} that you want it hurried${times > 1 ? ` (${times} times so far)` : ''}. Whoever is responsible for it sees this.`,
    labels: { state: 'State', created: 'Registered', updated: 'Last news', place: 'Place' },
    listTitle: 'Your tickets',
    cardTitle: 'Ticket progress',
    offers: { report: 'Report a power cut' },
  },
  reasons: {
    'people.injured': 'somebody is hurt',
    'people.trapped': 'somebody is trapped',
    'people.life_support': 'a life depends on a device',
    'people.vulnerable': 'vulnerable people',
    'hazard.electric_shock': 'electric shock or leakage',
    'hazard.fire': 'fire',
    'hazard.smoke_or_burning': 'smoke or burning',
    'hazard.sparks': 'sparks',
    'hazard.wire_down': 'a wire down or hanging low',
    'hazard.pole_damaged': 'a damaged pole',
    'hazard.explosion': 'an explosion',
    'hazard.flooding': 'equipment under water',
    'hazard.exposed_live_part': 'exposed live parts',
    'hazard.tree_contact': 'a tree on the line',
    'hazard.overvoltage': 'voltage too high',
    'site.critical_without_power': 'a critical site without power',
    'no_power.street': 'a street or estate without power',
    'no_power.area': 'a wide area without power',
    'no_power.vulnerable': 'no power, vulnerable people',
    no_power: 'no power',
    supplied: 'supplied, but not as it should be',
  },
  request: {
    ask: {
      details: {
        first: 'Please tell me what happened.',
        again: 'Please write it to me. A sentence or two is enough.',
      },
      detailsOf: {
        complaint: 'Please tell me what happened, when, and where or with whom.',
        suggestion: 'What do you suggest?',
        praise: 'Whom would you like to praise, and for what?',
        meter: 'What is wrong with the meter? For example: blank, burnt, running fast.',
        damage_claim: 'What was damaged, and when? You can send photos.',
        bill_dispute: "Which month's bill is it, and what looks wrong?",
        payment_problem: 'When and how did you pay, and how much?',
        new_service: 'What would you like, for example a new connection, more capacity or an EV charger, and where?',
        payment_plan: 'How much can you pay, and by when?',
        account_change: 'What should be changed, for example the owner or the phone number?',
      },
      account_number: {
        first: 'Please send me the account number. You can skip this.',
        again: 'That account number looks incomplete. Please check it, or skip this.',
      },
      phone: {
        first: 'Please leave a phone number, so that a colleague can reach you.',
        again:
          'That number looks incomplete. Please send a mobile number, or a landline with its area code. You can skip this.',
      },
    },
  },
  person: {
    queued: 'I have passed you on to a colleague.',
    place: (place) => `You are number ${place} in line. You can go on writing to me meanwhile.`,
    next: 'You are next. You can go on writing to me meanwhile.',
    already: 'A colleague will be with you as soon as possible.',
    wait: ({ from, to }) =>
      from === to
        ? `The wait is about ${to} ${to === 1 ? 'minute' : 'minutes'}.`
        : `The wait is probably ${from} to ${to} minutes, going by how long people took lately.`,
    crowded:
      'So many are waiting that we hardly reach you within two hours. Please choose when to be called. Bills, faults and places to pay I can see to now. You may wait if you prefer.',
    meanwhile: 'If you would rather not wait, a colleague can call you.',
    closedInDanger: (hotline) =>
      `Nobody is at the desk at this hour. Do not wait with a danger: call ${hotline} now. What changes you can also tell me here.`,
    opens: (when) => `They are back ${when} at the earliest. You can also choose when to be called.`,
    offerCallback: 'Have somebody call me',
    offerWait: 'I will wait',
    offerBot: 'You help me now',
    withBot:
      'All right, you are no longer in line. What do you need? A bill, a fault, a place to pay: just tell me. Say so whenever you want a person.',
    keepWaiting: 'All right, you keep your place. A colleague will write to you here.',
    callback: {
      window: 'When shall we call you?',
      windowAgain: 'Please choose one of these times.',
      phone: 'Which number shall we call?',
      phoneAgain: 'That number looks incomplete. A mobile number has 11 digits, a landline its area code.',
      task: (window, phone) => `Call ${phone}, ${window}`,
      promised: (window, phone) => `A colleague will call ${phone} ${window}. You can go on writing to me until then.`,
      leftQueue: 'You no longer need to wait here.',
      span: (day, from, until) => `${day}, ${from}–${until}`,
      promise: 'A colleague calls you at that time',
      labels: { window: 'Call at' },
    },
    closed: (hotline) =>
      `Nobody is at the desk at this hour. Your matter is in the queue and will be seen to when they are back. If it is urgent, call ${hotline}.`,
    offer: 'Shall I ask a colleague to help you?',
    offerYes: 'Talk to a person',
    offerNo: 'Go on by myself',
    back: 'My colleague has handed you back to me. Tell me what else you need.',
    backToGoOn: 'My colleague has handed you back to me. Let us go on.',
    joined: (name) => `${name} is with you.`,
    ended: 'Your conversation with our colleague has ended.',
  },
  rating: {
    title: 'How was this service?',
    labels: ['Very bad', 'Bad', 'Fair', 'Good', 'Very good'],
    placeholder: 'Anything to add (optional)',
    submit: 'Send',
    thanks: 'Thank you for your rating.',
    already: 'You have rated this service already, thank you.',
    ask: 'Please rate this service from 1 to 5, 5 being best.',
  },
};

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const BILL_LINES: Readonly<Record<string, string>> = {
  energy: 'Energy',
  peak: 'Peak hours',
  flat: 'Flat hours',
  valley: 'Valley hours',
  critical_peak: 'Critical peak hours',
  free: 'Free kWh',
  minimum: 'Up to the minimum charge',
  rounding: 'Rounding',
  late_fee: 'Late fee',
  correction: 'Correction',
};

/** tier2, tier2_surcharge, … */
function tierLine(code: string): string | null {
  const tier = /^tier(\d+)(_surcharge)?$/.exec(code);
  return tier ? `Tier ${tier[1]}${tier[2] ? ' surcharge' : ''}` : null;
}
