import { expect } from 'chai';
import { createLogger } from '../../bot/logger.ts';
import { maskDigits } from '../../domain/privacy/mask-digits.ts';

describe('the log', () => {
  function logged(write: (log: ReturnType<typeof createLogger>) => void): Record<string, unknown> {
    const lines: string[] = [];
    write(createLogger('trace', { write: (line) => lines.push(line) }));
    return JSON.parse(lines[0] ?? '{}') as Record<string, unknown>;
  }

  it('masks what is a person’s, wherever it stands', () => {
    const line = logged((log) =>
      log.info(
        {
          phone: '13800138000',
          activity: { text: '我家在石步村3栋302', from: { id: 'dl_1', name: '陈明远' } },
          ticket: { place: '石步村', number: '261124000017' },
          headers: { authorization: 'Bearer x', cookie: 'y' },
        },
        'something happened',
      ),
    );
    const written = JSON.stringify(line);
    for (const personal of ['13800138000', '石步村', '陈明远', 'Bearer', '"y"'])
      expect(written).to.not.include(personal);
    expect(line).to.deep.include({ ticket: { place: '[masked]', number: '261124000017' } });
    expect(line).to.include({ level: 'info', msg: 'something happened' });
  });

  it('masks numbers in errors, causes included, and keeps what tells the fault', () => {
    const cause = Object.assign(new Error('no row for account 0319000012345678'), { code: 'engine' });
    const line = logged((log) => log.error({ err: new Error('call 13800138000 failed', { cause }) }, 'failed'));
    expect(JSON.stringify(line)).to.not.match(/\d{11}/);
    expect(line.err).to.deep.include({ type: 'Error', message: 'call *********00 failed' });
    expect((line.err as { cause: object }).cause).to.deep.include({
      code: 'engine',
      message: 'no row for account **************78',
    });
  });

  it('leaves short numbers alone', () => {
    expect(maskDigits('port 3978, status 503, 123456')).to.equal('port 3978, status 503, 123456');
    expect(maskDigits('1234567')).to.equal('*****67');
  });
});
