import fc from 'fast-check';
import { EXE, GIF, HEIC, HTML, JPEG, PDF, PNG, SVG } from '../../channels/support/files.ts';
import { HOSTILE_TEXTS } from './hostile-texts.ts';

/** How files of all kinds begin: what looks into a file must not trip over what follows. */
const BEGINNINGS: readonly Buffer[] = [
  ...[PNG, GIF, JPEG, PDF, HEIC, EXE, HTML, SVG],
  ...[
    '504b0304',
    '504b0506',
    '1f8b08',
    '425a68',
    '377abcaf271c',
    '526172211a0700',
    'fd377a585a00',
    '28b52ffd',
    '7f454c46',
    'cafebabe',
    '0061736d',
    '1a45dfa3',
    '4f676753',
    '664c6143',
    '494433',
    'fffb',
    '52494646ffffffff57454250',
    '52494646000000004156492000',
    '3026b2758e66cf11a6d900aa0062ce6c',
    '0000001866747970',
    '00000000667479706d696631',
    'ffffffff66747970686569636865696300000001',
    '4d4d002a',
    '49492a00ffffffff',
    '38425053',
    '89504e470d0a1a0a',
    '89504e470d0a1a0affffffff49484452',
    'ffd8',
    'ffd8ffe1ffff457869660000',
    '474946383961ffffffff',
    '255044462d',
    'd0cf11e0a1b11ae1',
    '7b5c727466',
    '3c3f786d6c',
    '0000000c6a5020200d0a870a',
    'ff4fff51',
    '53514c69746520666f726d6174203300',
  ].map((hex) => Buffer.from(hex, 'hex')),
];

/** A picture that claims 65,535 by 65,535 points, and an archive that claims to unpack to 4 GB: neither is unpacked here. */
const BOMBS: readonly Buffer[] = [
  Buffer.concat([PNG.subarray(0, 16), Buffer.from('0000ffff0000ffff', 'hex'), PNG.subarray(24)]),
  Buffer.concat([
    Buffer.from('504b030414000000080000000000', 'hex'),
    Buffer.alloc(4),
    Buffer.from('00000010ffffffff01000000', 'hex'),
    Buffer.from('a'),
  ]),
  Buffer.concat([GIF.subarray(0, 6), Buffer.from('ffffffff', 'hex'), GIF.subarray(10)]),
];

/** Two kinds in one: what a browser might make of it is why it is served as nothing but what it was found to be. */
const POLYGLOTS: readonly Buffer[] = [
  Buffer.concat([GIF, HTML]),
  Buffer.concat([PNG, HTML]),
  Buffer.concat([Buffer.from('GIF89a/*'), Buffer.from('*/=1;alert(1)')]),
  Buffer.concat([PDF, Buffer.from('<script>alert(1)</script>')]),
  Buffer.concat([HTML, PNG]),
];

/** What may be sent, as it should be. */
const GOOD: readonly Buffer[] = [PNG, GIF, JPEG, PDF, HEIC];

export const hostileFiles: fc.Arbitrary<Buffer> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...BEGINNINGS,
      ...BOMBS,
      ...POLYGLOTS,
      Buffer.alloc(0),
      Buffer.alloc(1),
      Buffer.alloc(70_000),
    ),
  },
  {
    weight: 5,
    arbitrary: fc
      .tuple(fc.constantFrom(...BEGINNINGS), fc.uint8Array({ maxLength: 300 }), fc.nat(30))
      .map(([beginning, noise, cut]) =>
        Buffer.concat([beginning.subarray(0, beginning.length - Math.min(cut % 5, beginning.length)), noise]),
      ),
  },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 400 }).map((noise) => Buffer.from(noise)) },
);

const NAMES = fc.oneof(
  { weight: 4, arbitrary: fc.constant('电杆.png') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'a.png',
      '../../etc/passwd',
      '..\\..\\x.exe',
      'a\u0000.png',
      'x'.repeat(5000),
      '\u202egnp.exe',
      '.',
      '',
      'CON',
      'a"b.png',
      'a\r\nX: 1.png',
      '💡.jpg',
      '%2e%2e%2f',
      "';--",
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom(...HOSTILE_TEXTS) },
);
const TYPES = fc.constantFrom(
  '',
  '',
  'application/octet-stream',
  'image/png',
  'image/jpeg',
  'image/gif',
  'application/pdf',
  'image/heic',
  'text/html',
  'image/svg+xml',
  'application/octet-stream',
  '',
  'nonsense',
  'image/png; charset=x',
  'x'.repeat(2000),
);

export interface Multipart {
  readonly contentType: string;
  readonly body: Buffer;
}

/** Uploads: files that lie about their types, names that lead elsewhere, frames that are broken. */
export function multiparts(activities: fc.Arbitrary<unknown>): fc.Arbitrary<Multipart> {
  const file = fc.record({
    bytes: fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...GOOD) }, { weight: 1, arbitrary: hostileFiles }),
    name: NAMES,
    type: TYPES,
    part: fc.constantFrom('file', 'file', 'file', 'activity', '', 'x'),
  });
  const files = fc.oneof(
    { weight: 8, arbitrary: fc.array(file, { minLength: 1, maxLength: 2 }) },
    { weight: 1, arbitrary: fc.array(file, { minLength: 6, maxLength: 14 }) },
  );
  return fc
    .record({
      files,
      activity: fc.oneof(
        { weight: 5, arbitrary: activities.map((value) => JSON.stringify(value)) },
        { weight: 1, arbitrary: fc.constantFrom('', '{', 'null', '[]', 'x'.repeat(70_000)) },
      ),
      flaw: fc.constantFrom(
        ...Array<string>(8).fill('none'),
        'cut',
        'no end',
        'other boundary',
        'no boundary',
        'noise',
      ),
    })
    .map((given) => framed(given));
}

interface Given {
  readonly files: readonly {
    readonly bytes: Buffer;
    readonly name: string;
    readonly type: string;
    readonly part: string;
  }[];
  readonly activity: string;
  readonly flaw: string;
}

function framed({ files, activity, flaw }: Given): Multipart {
  const parts = [
    ...(activity === ''
      ? []
      : [part({ name: 'activity', type: 'application/vnd.microsoft.activity', bytes: Buffer.from(activity) })]),
    ...files.map(({ bytes, name, type, part: field }) => part({ name: field, filename: name, type, bytes })),
  ];
  const whole = Buffer.concat([...parts, Buffer.from(flaw === 'no end' ? '' : '--frame--\r\n')]);
  const body =
    flaw === 'cut'
      ? whole.subarray(0, Math.floor(whole.length * 0.7))
      : flaw === 'noise'
        ? Buffer.concat([Buffer.from('\u0000\r\n--fram'), whole])
        : whole;
  const boundary = flaw === 'other boundary' ? '; boundary=other' : flaw === 'no boundary' ? '' : '; boundary=frame';
  return { contentType: `multipart/form-data${boundary}`, body };
}

function part({
  name,
  filename,
  type,
  bytes,
}: {
  name: string;
  filename?: string;
  type: string;
  bytes: Buffer;
}): Buffer {
  const file = filename === undefined ? '' : `; filename="${filename}"`;
  const head = `--frame\r\ncontent-disposition: form-data; name="${name}"${file}\r\n${type === '' ? '' : `content-type: ${type}\r\n`}\r\n`;
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n')]);
}
