import { buffer } from 'node:stream/consumers';
import type PDFDocument from 'pdfkit';
import type { Block, Drawing, Mark, Palette } from './drawing.ts';
import type { Typeface } from './typeface.ts';

export interface PdfGiven {
  readonly palette: Palette;
  readonly typeface: Typeface;
  readonly title: string;
  readonly author: string;
  /** BCP 47. */
  readonly language: string;
  readonly madeAt: Date;
}

type Document = InstanceType<typeof PDFDocument>;

/** Drawings as the pages of a PDF, tagged so that it can be read aloud; of the fonts only the letters that are used go in. */
export async function pdfOf(pages: readonly Drawing[], given: PdfGiven): Promise<Buffer> {
  const { typeface, title, author, language, madeAt } = given;
  // With the first document, not with the start: it takes some 10 MB.
  const { default: PdfDocument } = await import('pdfkit');
  const document = new PdfDocument({
    autoFirstPage: false,
    pdfVersion: '1.7',
    tagged: true,
    lang: language,
    displayTitle: true,
    info: { Title: title, Author: author, CreationDate: madeAt, ModDate: madeAt },
  });
  document.registerFont('regular', typeface.files.regular).registerFont('bold', typeface.files.bold);
  const bytes = buffer(document);
  const root = document.struct('Document');
  document.addStructure(root);
  for (const { width, height, blocks } of pages) {
    document.addPage({ size: [width, height], margin: 0 });
    for (const block of blocks) drawBlock(document, root, { block, palette: given.palette });
  }
  root.end();
  document.end();
  return bytes;
}

function drawBlock(
  document: Document,
  root: ReturnType<Document['struct']>,
  { block, palette }: { block: Block; palette: Palette },
): void {
  const draw = () => {
    for (const mark of block.marks) drawMark(document, mark, palette[mark.ink]);
  };
  if (block.role === 'Artifact') {
    document.markContent('Artifact', { type: 'Layout' });
    draw();
    document.endMarkedContent();
    return;
  }
  root.add(document.struct(block.role, block.alt === undefined ? {} : { alt: block.alt }, draw));
}

function drawMark(document: Document, mark: Mark, colour: string): void {
  switch (mark.kind) {
    case 'rect': {
      const { x, y, width, height, radius } = mark;
      if (width > 0 && height > 0) document.roundedRect(x, y, width, height, Math.min(radius, height / 2)).fill(colour);
      return;
    }
    case 'line': {
      const { x1, y1, x2, y2, width } = mark;
      document.lineWidth(width).moveTo(x1, y1).lineTo(x2, y2).stroke(colour);
      return;
    }
    case 'ring': {
      const { x, y, radius, width } = mark;
      document.lineWidth(width).circle(x, y, radius).stroke(colour);
      return;
    }
    case 'text': {
      const { x, y, text, size, bold, anchor } = mark;
      document
        .font(bold ? 'bold' : 'regular')
        .fontSize(size)
        .fillColor(colour);
      const shift = { start: 0, middle: 0.5, end: 1 }[anchor] * document.widthOfString(text);
      document.text(text, x - shift, y, { lineBreak: false, baseline: 'alphabetic' });
    }
  }
}
