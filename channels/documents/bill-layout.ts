import type { BillDocument, DocumentRow } from '../../dialogs/money/bill-document.ts';
import type { Drawing, Mark } from './drawing.ts';
import { lineHeight, Sheet, type SheetStyle } from './sheet.ts';
import { putUsage } from './usage-block.ts';
import { type Measure, wrapText } from './wrap-text.ts';

/** A4. */
const PAGE = { width: 595.28, height: 841.89, margin: 48, base: 10 };
/** As wide as a phone, as long as it takes. */
const STRIP = { width: 390, height: null, margin: 20, base: 13 };

/** A bill for paper: all of it, on as many pages as it takes. */
export function billPages(bill: BillDocument, measure: Measure): Drawing[] {
  return layOut(bill, { ...PAGE, measure });
}

/** The same as one long picture for a phone. */
export function billStrip(bill: BillDocument, measure: Measure): Drawing {
  const [strip] = layOut(bill, { ...STRIP, measure });
  if (!strip) throw new Error('a sheet has a page');
  return strip;
}

/** The year's usage alone. */
export function usageStrip(bill: Pick<BillDocument, 'chart' | 'legend'>, measure: Measure): Drawing {
  const sheet = new Sheet({ ...STRIP, measure });
  putUsage(sheet, bill);
  const [strip] = sheet.pages();
  if (!strip) throw new Error('a sheet has a page');
  return strip;
}

function layOut(bill: BillDocument, style: SheetStyle): Drawing[] {
  const sheet = new Sheet(style);
  const { base } = style;
  putHead(sheet, bill);
  putFacts(sheet, bill.facts);
  putSection(sheet, bill.charges.title);
  putRows(sheet, bill.charges.rows);
  for (const note of bill.charges.notes) putNote(sheet, note);
  sheet.gap(base * 1.5);
  putUsage(sheet, bill);
  for (const { title, sentence, rows } of bill.explanations) {
    putSection(sheet, title);
    sheet.text(sentence, { size: base, bold: false, ink: 'text' });
    sheet.gap(base * 0.4);
    putRows(sheet, rows);
  }
  putSection(sheet, bill.ways.title);
  for (const { name, how } of bill.ways.methods) {
    sheet.text(name, { size: base, bold: true, ink: 'text' });
    sheet.text(how, { size: base, bold: false, ink: 'soft' });
    sheet.gap(base * 0.4);
  }
  sheet.gap(base);
  sheet.rule();
  sheet.gap(base * 0.5);
  for (const note of bill.notes) putNote(sheet, note);
  return sheet.pages();
}

function putHead(sheet: Sheet, { utility, contact, title, total }: BillDocument): void {
  const { base } = sheet.style;
  sheet.text(utility, { size: base * 1.2, bold: true, ink: 'brand' });
  sheet.text(contact, { size: base * 0.9, bold: false, ink: 'soft' });
  sheet.gap(base * 0.5);
  sheet.rule('brand', 1.5);
  sheet.gap(base);
  sheet.text(title, { size: base * 1.8, bold: true, ink: 'text' }, 'H1');
  sheet.gap(base * 0.5);
  sheet.text(total.label, { size: base, bold: false, ink: 'soft' });
  sheet.text(total.amount, { size: base * 2.2, bold: true, ink: 'brand' });
  for (const line of total.lines) sheet.text(line, { size: base, bold: false, ink: 'text' });
  sheet.gap(base * 0.8);
}

const COLUMNS = 2;

/** Labels over their values, two side by side. */
function putFacts(sheet: Sheet, facts: BillDocument['facts']): void {
  const { base, measure } = sheet.style;
  const gap = base * 1.2;
  const width = (sheet.inner - gap) / COLUMNS;
  for (let at = 0; at < facts.length; at += COLUMNS) {
    const cells = facts.slice(at, at + COLUMNS).map(({ label, value }, column) => ({
      x: sheet.left + column * (width + gap),
      label,
      lines: wrapText(value, { width, size: base, bold: false, measure }),
    }));
    const lines = Math.max(...cells.map((cell) => cell.lines.length));
    const top = lineHeight(base * 0.85);
    sheet.put(top + lines * lineHeight(base) + base * 0.4, (y) =>
      cells.map(({ x, label, lines: words }) => ({
        role: 'P',
        marks: [
          sheet.line(label, { size: base * 0.85, bold: false, ink: 'soft', x, top: y }),
          ...words.map((text, index) =>
            sheet.line(text, { size: base, bold: false, ink: 'text', x, top: y + top + index * lineHeight(base) }),
          ),
        ],
      })),
    );
  }
}

function putSection(sheet: Sheet, title: string): void {
  const { base } = sheet.style;
  sheet.gap(base * 1.2);
  sheet.text(title, { size: base * 1.15, bold: true, ink: 'text' }, 'H2');
  sheet.gap(base * 0.3);
}

/** Of the width, what labels and what stands under them may take beside the amounts. */
const LABEL_SHARE = 0.78;

function putRows(sheet: Sheet, rows: readonly DocumentRow[]): void {
  sheet.rule();
  for (const row of rows) {
    putRow(sheet, row);
    sheet.rule();
  }
}

function putRow(sheet: Sheet, { label, how, amount, isSum = false }: DocumentRow): void {
  const { base, measure } = sheet.style;
  const width = sheet.inner * LABEL_SHARE;
  const small = base * 0.9;
  const labels = wrapText(label, { width, size: base, bold: isSum, measure });
  const hows = how === undefined ? [] : wrapText(how, { width, size: small, bold: false, measure });
  const pad = base * 0.35;
  const begin = labels.length * lineHeight(base);
  sheet.put(begin + hows.length * lineHeight(small) + 2 * pad, (top) => {
    const marks: Mark[] = [
      ...labels.map((text, index) =>
        sheet.line(text, {
          size: base,
          bold: isSum,
          ink: 'text',
          x: sheet.left,
          top: top + pad + index * lineHeight(base),
        }),
      ),
      ...hows.map((text, index) =>
        sheet.line(text, {
          size: small,
          bold: false,
          ink: 'soft',
          x: sheet.left,
          top: top + pad + begin + index * lineHeight(small),
        }),
      ),
      sheet.line(amount, { size: base, bold: isSum, ink: 'text', x: sheet.right, top: top + pad, anchor: 'end' }),
    ];
    return [{ role: 'P', marks }];
  });
}

function putNote(sheet: Sheet, words: string): void {
  sheet.gap(sheet.style.base * 0.3);
  sheet.text(words, { size: sheet.style.base * 0.85, bold: false, ink: 'soft' });
}
