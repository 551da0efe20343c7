import { expect } from 'chai';
import fc from 'fast-check';
import type { HouseNumbers, PremisesParts, SaidAddress } from '../../../../domain/incidents/placement/address-parts.ts';
import { placeReport, type ReportHints } from '../../../../domain/incidents/placement/place-report.ts';

const NO_NUMBERS: HouseNumbers = { number: null, building: null, unit: null, floor: null, room: null };
const NOTHING: ReportHints = { said: null, position: null, accountPremises: null, belowNamed: new Set() };

function premises(id: string, change: Partial<PremisesParts> = {}): PremisesParts {
  return {
    id,
    villageCode: '441900119001',
    townCode: '441900119',
    lat: 23,
    lon: 113.8,
    name: null,
    numbers: NO_NUMBERS,
    ...change,
  };
}

function said(change: Partial<SaidAddress>): SaidAddress {
  return { areas: [], text: '', sound: '', looseSound: '', latin: '', numbers: NO_NUMBERS, ...change };
}

const road = { text: '教育路', base: '教育', sound: 'jiao yu lu ', looseSound: 'jiao yu lu ', latin: 'jiaoyu' };
const inVillage = [{ code: '441900119001', score: 1 }];

describe('placing a report', () => {
  it('knows nothing where nothing is said', () => {
    expect(placeReport(NOTHING, [premises('A')])).to.deep.equal({ by: null, candidates: [], unknown: 1 });
  });

  it('takes the premises that the words fit, and leaves room for being wrong', () => {
    const words = said({ areas: inVillage, text: '教育路17号', numbers: { ...NO_NUMBERS, number: '17' } });
    const place = placeReport({ ...NOTHING, said: words }, [
      premises('A', { name: road, numbers: { ...NO_NUMBERS, number: '17' } }),
      premises('B', { name: road, numbers: { ...NO_NUMBERS, number: '170' } }),
    ]);
    expect(place.candidates[0]?.premisesId).to.equal('A');
    expect(place.candidates[0]?.probability).to.be.within(0.9, 0.98);
    expect(place.unknown).to.be.within(0.02, 0.05);
  });

  it('takes a name by its sound, after one that is written so', () => {
    const words = said({ areas: inVillage, text: '叫玉路', sound: 'jiao yu lu ' });
    const place = placeReport({ ...NOTHING, said: words }, [premises('A', { name: road }), premises('B')]);
    expect(place.candidates[0]?.premisesId).to.equal('A');
  });

  it('divides a report among houses that nothing tells apart', () => {
    const many = Array.from({ length: 10 }, (_, at) => premises(`P${at}`));
    const { candidates, by } = placeReport({ ...NOTHING, said: said({ areas: inVillage }) }, many);
    expect(candidates).to.have.length(10);
    expect(by).to.equal('address');
    for (const { probability } of candidates) expect(probability).to.be.closeTo(0.097, 0.001);
  });

  it('believes a position the more the nearer, and an account above all', () => {
    const near = premises('near');
    const far = premises('far', { lat: 23.0018 });
    const position = { lat: 23, lon: 113.8 };
    expect(placeReport({ ...NOTHING, position }, [far, near]).candidates[0]?.premisesId).to.equal('near');
    const { by, candidates } = placeReport({ ...NOTHING, position, accountPremises: 'far' }, [far, near]);
    expect([by, candidates[0]?.premisesId]).to.deep.equal(['account', 'far']);
  });

  it('believes plain words of another place before the account', () => {
    const words = said({ areas: inVillage, text: '教育路17号', numbers: { ...NO_NUMBERS, number: '17' } });
    const own = premises('own', {
      villageCode: '441900003001',
      townCode: '441900003',
      numbers: { ...NO_NUMBERS, number: '4' },
    });
    const there = premises('there', { name: road, numbers: { ...NO_NUMBERS, number: '17' } });
    const { candidates } = placeReport({ ...NOTHING, said: words, accountPremises: 'own' }, [own, there]);
    expect(candidates[0]?.premisesId).to.equal('there');
  });

  it('never gives out more than one report, whatever is said', () => {
    const number = fc.option(fc.constantFrom('1', '12', '21', '1203'), { nil: null });
    const numbers = fc.record({ number, building: number, unit: number, floor: number, room: number });
    const code = fc.constantFrom('441900119001', '441900119002', '441900003001');
    const anywhere = fc.record({
      id: fc.uuid(),
      villageCode: code,
      townCode: code.map((each) => each.slice(0, 9)),
      lat: fc.double({ min: 22.99, max: 23.01, noNaN: true }),
      lon: fc.double({ min: 113.79, max: 113.81, noNaN: true }),
      name: fc.option(fc.constant(road), { nil: null }),
      numbers,
    });
    const words = fc.record({
      areas: fc.array(fc.record({ code, score: fc.double({ min: 0.5, max: 1, noNaN: true }) }), { maxLength: 3 }),
      text: fc.constantFrom('教育路', '叫玉路12号', ''),
      sound: fc.constantFrom('jiao yu lu ', ''),
      looseSound: fc.constant(''),
      latin: fc.constantFrom('', 'jiaoyu'),
      numbers,
    });
    fc.assert(
      fc.property(fc.uniqueArray(anywhere, { selector: ({ id }) => id, maxLength: 30 }), words, (all, sayings) => {
        const { candidates, unknown } = placeReport({ ...NOTHING, said: sayings }, all);
        const sum = candidates.reduce((total, { probability }) => total + probability, unknown);
        expect(sum).to.be.closeTo(1, 1e-9);
        expect(unknown).to.be.at.least(0);
        const order = candidates.map(({ probability }) => probability);
        expect(order).to.deep.equal([...order].sort((a, b) => b - a));
      }),
    );
  });
});
