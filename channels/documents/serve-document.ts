import { z } from 'zod';
import type { DocumentAsked, SketchAsked } from '../../dialogs/links.ts';
import { masked } from '../../dialogs/masked.ts';
import { type BillDocument, billDocument } from '../../dialogs/money/bill-document.ts';
import { placesMap } from '../../dialogs/places/places-map.ts';
import type { BillingRecord, BillingSource } from '../../domain/billing/billing-source.ts';
import type { UtilityProfile } from '../../domain/utility-profile.ts';
import type { Database } from '../../store/database.ts';
import type { Nerve } from '../../store/nerve/nerve.ts';
import type { AuditRepository } from '../../store/repositories/audit-repository.ts';
import { botWords } from '../../strings/bot/bot-words.ts';
import type { ToTraditional } from '../../strings/traditional.ts';
import { limited } from '../directline/rate-limit.ts';
import type { BytesAnswer, HttpAnswer } from '../http/http-answer.ts';
import type { HttpRequest } from '../http/http-request.ts';
import type { HttpServer } from '../http-server.ts';
import type { DescribedRoute } from '../openapi.ts';
import { noticePage } from '../pages/notice-page.ts';
import { billPages, billStrip, usageStrip } from './bill-layout.ts';
import { DOCUMENT_PATH, type DocumentLinks } from './document-links.ts';
import { paletteOf } from './drawing.ts';
import { pdfOf } from './pdf-of.ts';
import { placesSketch } from './places-sketch.ts';
import { pngOf } from './png-of.ts';
import type { Typeface } from './typeface.ts';

export interface DocumentParts {
  readonly links: Pick<DocumentLinks, 'read'>;
  readonly billing: BillingSource;
  readonly audit: AuditRepository;
  readonly database: Pick<Database, 'commit'>;
  readonly nerve: Pick<Nerve, 'spend'>;
  readonly profile: UtilityProfile;
  readonly toTraditional: ToTraditional;
  readonly typeface: Typeface;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly newId: () => string;
  /** For the styles of a page. */
  readonly newNonce: () => string;
}

export const DOCUMENT_ROUTE = {
  method: 'get',
  path: `${DOCUMENT_PATH}{name}`,
  summary:
    'A bill as PDF or PNG, the picture of a year’s usage, or a sketch of places to pay; a page where the link is over',
  access: 'public',
  params: z.object({ name: z.string() }),
  query: z.object({ link: z.string() }),
  answerType: 'application/pdf',
} as const satisfies DescribedRoute;

/** A bill is looked at and saved, not fetched all day; a chat app's preview counts too. */
const OPENED_PER_MINUTE = 30;

/** GET /documents/{name}?link=…: to whoever has the link while it is good. Each opening of what is an account's is in the audit log. */
export function mountDocuments(server: HttpServer, parts: DocumentParts): void {
  server.on('get', DOCUMENT_ROUTE.path, (request) => serveDocument(parts, request));
}

async function serveDocument(parts: DocumentParts, request: HttpRequest): Promise<HttpAnswer> {
  const asked = await parts.links.read(request.query.get('link') ?? '');
  if (!asked) return told(parts, 'over');
  const refused = await limited(parts.nerve, { name: `document:${asked.conversationId}`, limit: OPENED_PER_MINUTE });
  if (refused) return refused;
  if (asked.kind === 'places') return sketched(parts, asked);
  const look = await parts.billing.look(asked.accountId, 'first');
  if (look.kind === 'pending' || look.kind === 'unreachable') return told(parts, 'later');
  const document = look.kind === 'known' ? documentOf(parts, asked, look) : null;
  if (look.kind === 'none' || !document) return told(parts, 'over');
  const answer = await drawn(parts, asked, document);
  await parts.database.commit([opened(parts, asked, look.record)]);
  return answer;
}

function documentOf(
  { profile, toTraditional, now }: DocumentParts,
  { language, period }: DocumentAsked,
  { record, keptAt }: { readonly record: BillingRecord; readonly keptAt: number | null },
): BillDocument | null {
  const speaking = { words: botWords(language), language, services: { profile }, now: now() };
  const document = billDocument(speaking, record, { period, keptAt });
  return document && language === 'zh-Hant' ? toTraditional(document) : document;
}

async function drawn(parts: DocumentParts, asked: DocumentAsked, document: BillDocument): Promise<BytesAnswer> {
  const { typeface, profile, now } = parts;
  const palette = paletteOf(profile.brand.primary);
  if (asked.kind === 'pdf') {
    const { title, utility } = document;
    const given = { palette, typeface, title, author: utility, language: asked.language, madeAt: new Date(now()) };
    return answered(nameOf(asked), 'application/pdf', await pdfOf(billPages(document, typeface.measure), given));
  }
  const draw = asked.kind === 'image' ? billStrip : usageStrip;
  return answered(nameOf(asked), 'image/png', await pngOf(draw(document, typeface.measure), { palette, typeface }));
}

/** What is public on a map is nobody's account: no record is looked up for it. */
async function sketched({ typeface, profile, toTraditional }: DocumentParts, asked: SketchAsked): Promise<BytesAnswer> {
  const map = placesMap(botWords(asked.language), asked);
  const drawing = placesSketch(asked.language === 'zh-Hant' ? toTraditional(map) : map);
  return answered(
    'places.png',
    'image/png',
    await pngOf(drawing, { palette: paletteOf(profile.brand.primary), typeface }),
  );
}

function nameOf({ kind, period }: DocumentAsked): string {
  return kind === 'usage' ? `usage-${period}.png` : `bill-${period}.${kind === 'pdf' ? 'pdf' : 'png'}`;
}

function answered(name: string, contentType: string, bytes: Buffer): BytesAnswer {
  return {
    kind: 'bytes',
    status: 200,
    contentType,
    bytes,
    headers: {
      'content-disposition': `inline; filename="${name}"`,
      // A browser's own viewer of PDFs styles its page.
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      // Chat clients show pictures on pages of their own.
      ...(contentType === 'application/pdf' ? {} : { 'cross-origin-resource-policy': 'cross-origin' }),
      'x-robots-tag': 'noindex',
    },
  };
}

function opened({ audit, now, newId }: DocumentParts, asked: DocumentAsked, { account }: BillingRecord) {
  return audit.add({
    id: newId(),
    at: now(),
    actor: 'customer',
    action: 'document.opened',
    subject: `conversation:${asked.conversationId}`,
    detail: { kind: asked.kind, period: asked.period, account: masked(account.number) },
  });
}

/** The same page for whatever is wrong with a link, so that it tells nothing; another where our own records are away. */
function told({ profile, newNonce }: DocumentParts, what: 'over' | 'later'): BytesAnswer {
  const { hotline } = profile.contact;
  const wordsOf = (language: 'zh-Hans' | 'en') => {
    const { title, lines } = botWords(language).documents.pages[what];
    return { title, lines: lines(hotline) };
  };
  return noticePage(
    { zh: wordsOf('zh-Hans'), en: wordsOf('en') },
    { status: what === 'over' ? 404 : 503, nonce: newNonce(), brand: profile.brand.primary, utility: profile.name },
  );
}
