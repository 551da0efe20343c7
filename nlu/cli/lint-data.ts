import { fileURLToPath } from 'node:url';
import { LANGUAGES } from '../../domain/language.ts';
import { describeData, type IntentDescription } from '../train/describe-data.ts';
import { lintData } from '../train/lint-data.ts';
import { readExamples } from '../train/read-examples.ts';

const [train, development, heldout] = ['train', 'development', 'heldout'].map((part) => {
  const { examples, bad } = readExamples(fileURLToPath(new URL(`../data/${part}`, import.meta.url)));
  const inPart = <Item extends { readonly file: string }>(item: Item): Item => ({
    ...item,
    file: `${part}/${item.file}`,
  });
  return {
    examples: examples.map((example) => ({ ...example, source: inPart(example.source) })),
    bad: bad.map(inPart),
  };
});
const measured = [...(development?.examples ?? []), ...(heldout?.examples ?? [])];
const faults = [
  ...[train, development, heldout].flatMap((part) => (part?.bad ?? []).map((line) => ({ ...line, kind: 'invalid' }))),
  ...lintData(train?.examples ?? [], measured),
];
for (const fault of faults) process.stdout.write(`${fault.file}:${fault.line} ${fault.kind}: ${fault.reason}\n`);

for (const language of LANGUAGES) {
  const own = (train?.examples ?? []).filter((example) => example.language === language);
  process.stdout.write(`\n${table(language, describeData(own))}\n`);
}
process.stdout.write(`\n${faults.length} faults\n`);
process.exitCode = faults.length === 0 ? 0 : 1;

function table(language: string, rows: readonly IntentDescription[]): string {
  const percent = (share: number): string => (share * 100).toFixed(0).padStart(10);
  const heading = `${language.padEnd(26)}messages voices  distinct%  likeness% without its words%`;
  const lines = rows.map(
    (row) =>
      `${row.intent.padEnd(26)}${String(row.messages).padStart(8)}${String(row.voices).padStart(7)}${percent(row.distinctPairs)}${percent(row.likeness)}${percent(row.withoutKeywords)}  ${row.keywords.join(' ')}`,
  );
  return [heading, ...lines].join('\n');
}
