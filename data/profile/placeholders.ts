import type { AnswerLanguage } from '../../domain/answers.ts';
import { decimalOf, formatDecimal, multiplyDecimals, parseDecimal } from '../../domain/billing/decimal.ts';
import type { UtilityProfile, Words } from '../../domain/utility-profile.ts';
import { tariffWords } from './tariff-words.ts';

/** What answers may name in braces, by language: the profile's figures in words. */
export function profilePlaceholders(profile: UtilityProfile, language: AnswerLanguage): ReadonlyMap<string, string> {
  const say = (words: Words) => (language === 'en' ? words.en : words.zh);
  const { contact, standards, billing, tariffs } = profile;
  const { residential, other } = billing.lateFees;
  const { overdueDays, noticeDays, finalNoticeMinutes } = billing.disconnection;
  const words = tariffWords(language);
  return new Map(
    Object.entries({
      utility: say(profile.name),
      utilityShort: say(profile.shortName),
      hotline: contact.hotline,
      website: contact.website,
      police: contact.emergency.police,
      fire: contact.emergency.fire,
      ambulance: contact.emergency.ambulance,
      keepAwayMetres: String(profile.safety.keepAwayMetres.value),
      officeHours: officeHours(profile, language),
      accountDigits: String(profile.accountNumberLengths[0]),
      issueDay: String(billing.issueDay),
      dueDay: String(billing.dueDay),
      lateFeeResidential: percent(residential.perDay),
      lateFeeOther: percent(other.perDay),
      lateFeeOtherBeyondYear: percent(other.perDayBeyondYear ?? other.perDay),
      lateFeeExample: words.lateFeeExample(residential),
      overdueDays: String(overdueDays.value),
      noticeDays: `${noticeDays.from}–${noticeDays.to}`,
      finalNoticeMinutes: String(finalNoticeMinutes.value),
      reconnectionHours: String(standards.reconnectionHours.value),
      plannedOutageNoticeDays: String(standards.plannedOutageNoticeDays.value),
      damageVisitHours: String(standards.damageVisitHours.value),
      meterWorkingDays: String(standards.meterWorkingDays.value),
      complaintContactHours: String(standards.complaintContactHours.value),
      complaintAnswerWorkingDays: String(standards.complaintAnswerWorkingDays.value),
      basePrice: tariffs.residential_tiered.rates.basePrice,
      tierTable: words.tiers(tariffs.residential_tiered.rates),
      timeOfUseTable: words.timeOfUse(tariffs.residential_tou.rates),
      tariffNote: say(tariffs.residential_tiered.note),
      paymentMethods: profile.paymentMethods.map(({ name }) => say(name)).join(language === 'en' ? ', ' : '、'),
      paymentMethodList: profile.paymentMethods
        .map(({ name, how }) => (language === 'en' ? `${capital(name.en)}: ${how.en}.` : `${name.zh}：${how.zh}。`))
        .join('\n'),
    }),
  );
}

/** "0.001" as "0.1%". */
function percent(share: string): string {
  return `${formatDecimal(multiplyDecimals(parseDecimal(share), decimalOf(100)), 0)}%`;
}

function officeHours({ officeHours: { days } }: UtilityProfile, language: AnswerLanguage): string {
  const names = language === 'en' ? ENGLISH_DAYS : CHINESE_DAYS;
  return days
    .map(({ days: weekdays, from, to }) => {
      if (weekdays.length === 7) return language === 'en' ? `every day ${from}–${to}` : `每天 ${from}–${to}`;
      return `${weekdays.map((day) => names[day - 1] ?? '').join(language === 'en' ? ', ' : '、')} ${from}–${to}`;
    })
    .join(language === 'en' ? '; ' : '；');
}

const ENGLISH_DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const CHINESE_DAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
