import { z } from 'zod';
import { APPLIANCES } from '../../domain/billing/appliances.ts';
import { ROUNDING_MODES } from '../../domain/billing/rounding.ts';
import { MOST_TOGETHER } from '../../domain/faults/localisation/asking/choose-questions.ts';
import type { UtilityProfile } from '../../domain/utility-profile.ts';

/**
 * The utility profile out of parsed JSON. Throws a ProfileError that names every wrong field; unknown fields are wrong.
 */
export function loadProfile(json: unknown): UtilityProfile {
  const parsed = profileSchema.safeParse(json);
  if (!parsed.success) throw new ProfileError(parsed.error.issues.map(problemOf), parsed.error);
  return parsed.data;
}

/** A profile that cannot be used. The message is one line: each field's path and what is wrong with it. */
export class ProfileError extends Error {
  readonly code = 'profile_invalid';
  readonly problems: readonly string[];

  constructor(problems: readonly string[], cause?: unknown) {
    super(`profile: ${problems.join('; ')}`, { cause });
    this.name = 'ProfileError';
    this.problems = problems;
  }
}

/** A zod issue as the field and what is wrong with it. */
export function problemOf(issue: z.core.$ZodIssue): string {
  return `${issue.path.length === 0 ? '(root)' : issue.path.join('.')}: ${issue.message}`;
}

const text = z.string().trim().min(1);
const words = z.strictObject({ zh: text, en: text });
const wholeNumber = z.number().int().positive();
const figure = z.strictObject({ value: z.number().positive(), confirmed: z.boolean() });
const percent = z.strictObject({ value: z.number().positive().max(100), confirmed: z.boolean() });
const byZone = z.strictObject({ urban: figure, rural: figure, remote: figure });
const price = z.string().regex(/^\d{1,4}(\.\d{1,10})?$/, 'an exact decimal as text, such as "0.62"');
const date = z.iso.date();
const phone = z.string().regex(/^\d{3,12}$/, 'digits only');
const colour = z.string().regex(/^#[0-9a-f]{6}$/i, 'a colour such as "#0b5d66"');
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'a time such as "08:30"');
const network = z.union([z.cidrv4(), z.cidrv6()], 'a network such as "10.20.0.0/16"');
/** Only the demo has its page where we are ourselves. */
const payUrl = z
  .string()
  .refine(
    (value) =>
      value.includes('{reference}') &&
      (value.startsWith('/demo/pay?') ||
        (value.startsWith('https://') && URL.canParse(value.replace('{reference}', 'x')))),
    'must begin with https:// and hold {reference}',
  );
const month = z.number().int().min(1).max(12);
const hourSpan = z
  .strictObject({ from: z.number().int().min(0).max(23), to: z.number().int().min(1).max(24) })
  .refine(({ from, to }) => from < to, 'must end after it begins');

const tiers = z
  .strictObject({
    seasons: z.array(z.strictObject({ months: z.array(month).min(1), limits: z.array(wholeNumber) })).min(1),
    surcharges: z.array(price).min(1),
  })
  .superRefine(({ seasons, surcharges }, context) => {
    const months = seasons.flatMap((season) => season.months).sort((a, b) => a - b);
    if (months.join() !== '1,2,3,4,5,6,7,8,9,10,11,12') {
      context.addIssue({ code: 'custom', path: ['seasons'], message: 'every month must stand in exactly one season' });
    }
    seasons.forEach(({ limits }, index) => {
      const path = ['seasons', index, 'limits'];
      if (limits.length !== surcharges.length - 1) {
        context.addIssue({ code: 'custom', path, message: 'must be one fewer than the surcharges' });
      }
      if (limits.some((limit, at) => at > 0 && limit <= (limits[at - 1] ?? 0))) {
        context.addIssue({ code: 'custom', path, message: 'must rise' });
      }
    });
  });

const timeOfUse = z
  .strictObject({
    peak: z.array(hourSpan).min(1),
    valley: z.array(hourSpan).min(1),
    ratios: z.strictObject({ peak: price, flat: price, valley: price }),
    criticalPeak: z
      .strictObject({
        factor: price,
        spans: z.array(hourSpan).min(1),
        months: z.array(month),
        hotDayCelsius: z.number(),
      })
      .exactOptional(),
  })
  .refine(
    ({ peak, valley }) => !peak.some((a) => valley.some((b) => a.from < b.to && b.from < a.to)),
    'peak and valley hours must not overlap',
  );

const rates = z.strictObject({
  basePrice: price,
  tiers: tiers.exactOptional(),
  timeOfUse: timeOfUse.exactOptional(),
  minimumFen: wholeNumber.exactOptional(),
  freeKwh: wholeNumber.exactOptional(),
});

const tariffOffer = z.strictObject({
  name: words,
  note: words,
  confirmed: z.boolean(),
  rates,
  earlier: z
    .array(z.strictObject({ until: date, rates }))
    .refine((versions) => new Set(versions.map(({ until }) => until)).size === versions.length, 'a date stands twice')
    .exactOptional(),
});

const lateFeeRule = z.strictObject({ perDay: price, perDayBeyondYear: price.exactOptional() });

const standards = z.strictObject({
  arrivalMinutes: byZone,
  arrivalFloorMinutes: byZone,
  restorationHours: byZone,
  zones: z
    .array(
      z.strictObject({
        code: z.string().regex(/^\d{9}(\d{3})?$/, 'a town of nine digits or a village of twelve'),
        zone: z.enum(['urban', 'rural', 'remote']),
        confirmed: z.boolean(),
      }),
    )
    .refine((all) => new Set(all.map(({ code }) => code)).size === all.length, 'an area stands twice'),
  workingWeekdays: z
    .array(z.number().int().min(1).max(7))
    .min(1)
    .refine((days) => new Set(days).size === days.length, 'a day stands twice'),
  dispatchMinutes: figure,
  importantDispatchMinutes: figure,
  importantArrivalMinutes: figure,
  warnAtPercent: z.strictObject({ P1: percent, P2: percent, P3: percent, P4: percent }),
  raiseAfterChases: wholeNumber,
  callBackHours: figure,
  plannedOutageNoticeDays: figure,
  urgentMaintenanceNoticeHours: figure,
  reconnectionHours: figure,
  damageVisitHours: figure,
  meterWorkingDays: figure,
  complaintContactHours: figure,
  complaintAnswerWorkingDays: figure,
});

const threshold = z
  .strictObject({ raiseAt: z.number().positive(), clearAt: z.number().min(0) })
  .refine(({ raiseAt, clearAt }) => clearAt < raiseAt, 'must be cleared at less than it is raised at');

const floor = z.strictObject({
  showListening: z.boolean(),
  takeOverName: z.enum(['supervisor', 'agent']),
  thresholds: z.strictObject({
    oldestWaitSeconds: threshold,
    queueLength: z.strictObject({ fault: threshold, billing: threshold, complaint: threshold, general: threshold }),
    unansweredDangerSeconds: threshold,
    occupancyPercent: threshold,
    expectedWaitMinutes: threshold,
    agentsGone: threshold,
    ticketsBreached: threshold,
  }),
});

const profileSchema = z.strictObject({
  demo: z.boolean(),
  name: words,
  shortName: words,
  contact: z.strictObject({
    hotline: phone,
    emergency: z.strictObject({ police: phone, fire: phone, ambulance: phone }),
    website: z.url(),
  }),
  brand: z.strictObject({ primary: colour, accent: colour }),
  timeZone: z.string().refine(isTimeZone, 'an IANA time zone such as "Asia/Shanghai"'),
  officeHours: z.strictObject({
    days: z
      .array(
        z
          .strictObject({ days: z.array(z.number().int().min(1).max(7)).min(1), from: clock, to: clock })
          .refine(({ from, to }) => from < to, 'must end after it begins'),
      )
      .min(1),
    onHolidays: z.enum(['as_usual', 'closed']),
  }),
  holidays: z
    .array(z.strictObject({ date, zh: text, en: text, confirmed: z.boolean() }))
    .refine((days) => new Set(days.map((day) => day.date)).size === days.length, 'a date stands twice'),
  workingDays: z
    .array(z.strictObject({ date, as: z.number().int().min(1).max(5), confirmed: z.boolean() }))
    .refine((days) => new Set(days.map((day) => day.date)).size === days.length, 'a date stands twice'),
  standards,
  safety: z.strictObject({ keepAwayMetres: figure }),
  tariffs: z.strictObject({
    residential_tiered: tariffOffer,
    residential_tou: tariffOffer,
    commercial: tariffOffer,
  }),
  billing: z.strictObject({
    issueDay: z.number().int().min(1).max(28),
    dueDay: z.number().int().min(1).max(28),
    rounding: z.strictObject({ mode: z.enum(ROUNDING_MODES), unitFen: z.literal([1, 10, 100]) }),
    lateFees: z.strictObject({ residential: lateFeeRule, other: lateFeeRule }),
    disconnection: z.strictObject({
      overdueDays: figure,
      noticeDays: z.strictObject({ from: wholeNumber, to: wholeNumber, confirmed: z.boolean() }),
      finalNoticeMinutes: figure,
    }),
  }),
  campaigns: z.array(
    z
      .strictObject({
        id: z.string().regex(/^[a-z_0-9]+$/),
        name: words,
        what: words,
        from: date,
        until: date,
        eligibility: z.strictObject({
          tariffs: z.array(z.enum(['residential_tiered', 'residential_tou', 'commercial'])).min(1),
          paidUp: z.boolean(),
          words,
        }),
      })
      .refine(({ from, until }) => from <= until, 'must not end before it begins'),
  ),
  appliances: z
    .array(
      z.strictObject({
        id: z.enum(APPLIANCES),
        name: words,
        watts: figure,
        minutesPerDay: z.number().int().min(1).max(1440),
        fromHour: z.number().int().min(0).max(23),
      }),
    )
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'an appliance stands twice'),
  accountNumberLengths: z.array(z.number().int().min(8).max(16)).min(1),
  accountNumberPrefixes: z.array(z.string().regex(/^\d{1,8}$/, 'digits only')),
  payLink: z.strictObject({ url: payUrl, minutes: z.number().int().min(1).max(1440) }).nullable(),
  documents: z.strictObject({ linkMinutes: z.number().int().min(1).max(1440) }),
  paymentMethods: z.array(z.strictObject({ id: z.string().regex(/^[a-z_]+$/), name: words, how: words })).min(1),
  session: z.strictObject({ idleMinutes: wholeNumber }),
  desk: z.strictObject({
    assignment: z.enum(['pull', 'push']),
    graceSeconds: z.number().int().min(5).max(3600),
    callbackHours: z.number().int().min(1).max(8),
  }),
  floor,
  verification: z.strictObject({
    codeLength: z.number().int().min(4).max(8),
    expiryMinutes: wholeNumber,
    tries: wholeNumber,
    idleMinutes: wholeNumber,
  }),
  identity: z.strictObject({
    siteMinutes: z.number().int().min(5).max(1440),
    bindingDays: z.number().int().min(1).max(730),
  }),
  learning: z.strictObject({
    keepOpen: z.number().int().min(1).max(100_000),
    keepDays: z.number().int().min(1).max(3650),
  }),
  reliability: z.strictObject({ sustainedAfterMinutes: figure }),
  figures: z.strictObject({ answerWithinSeconds: figure, repeatWithinDays: wholeNumber }),
  ratings: z.strictObject({ lowAtMost: z.number().int().min(1).max(4), namedToAgents: z.boolean() }),
  notices: z.strictObject({
    quietHours: z.strictObject({ from: clock, to: clock }),
    mergeMinutes: z.number().int().min(0),
    gapMinutes: z.number().int().min(0),
    presentMinutes: wholeNumber,
    lifeSupportCallMinutes: wholeNumber,
  }),
  asking: z.strictObject({
    on: z.boolean(),
    startsByItself: z.boolean(),
    mostPerIncident: z.number().int().min(1).max(200),
    mostPerLook: z.number().int().min(1).max(MOST_TOGETHER),
    leastGainBits: z.number().min(0.001).max(1),
    leastHoursBetween: wholeNumber,
    expiryMinutes: wholeNumber,
    noAnswerShare: z.number().min(0).max(0.99),
  }),
  integrations: z.strictObject({ callsPerMinute: wholeNumber, webhookNetworks: z.array(network) }),
  limits: z.strictObject({ messagesPerMinute: wholeNumber, uploadsPerMinute: wholeNumber }),
});

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
