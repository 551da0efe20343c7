import { expect } from 'chai';
import { toGcj02 } from '../../../domain/places/gcj02.ts';
import { navigationLinks } from '../../../domain/places/navigation-links.ts';
import { distanceMetres } from '../../../domain/places/position.ts';

describe('the datum of Chinese maps', () => {
  // Pairs known from public converters: WGS-84 and the same place in GCJ-02.
  const PAIRS = [
    ['Shanghai', 31.1774276, 121.5272106, 31.17530398364597, 121.531541859215],
    ['Shenzhen', 22.543847, 113.912316, 22.540796131694766, 113.9171764808363],
    ['Beijing', 39.911954, 116.377817, 39.91334545536069, 116.38404722455657],
  ] as const;
  for (const [city, lat, lon, shiftedLat, shiftedLon] of PAIRS) {
    it(`shifts a place in ${city} as published converters do`, () => {
      const shifted = toGcj02({ lat, lon });
      expect(distanceMetres(shifted, { lat: shiftedLat, lon: shiftedLon })).to.be.below(0.1);
    });
  }

  it('leaves places far from China where they are', () => {
    expect(toGcj02({ lat: 48.2, lon: 16.37 })).to.deep.equal({ lat: 48.2, lon: 16.37 });
  });
});

describe('navigation links', () => {
  const links = navigationLinks({ lat: 23.0207, lon: 113.7518 }, '南城供电服务厅,一楼');
  const shifted = toGcj02({ lat: 23.0207, lon: 113.7518 });
  const lat = shifted.lat.toFixed(6);
  const lon = shifted.lon.toFixed(6);

  it('lead AMap there in its own datum, longitude first, the name without a comma', () => {
    const url = new URL(links.amap);
    expect(url.host + url.pathname).to.equal('uri.amap.com/navigation');
    expect(url.searchParams.get('to')).to.equal(`${lon},${lat},南城供电服务厅 一楼`);
    expect(url.searchParams.get('coordinate')).to.equal('gaode');
  });

  it('tell Baidu the datum, latitude first', () => {
    const { searchParams } = new URL(links.baidu);
    expect(searchParams.get('location')).to.equal(`${lat},${lon}`);
    expect(searchParams.get('coord_type')).to.equal('gcj02');
    expect(searchParams.get('title')).to.equal('南城供电服务厅,一楼');
    expect(searchParams.get('output')).to.equal('html');
  });

  it('give Apple and Google the destination on their street maps', () => {
    expect(new URL(links.apple).searchParams.get('daddr')).to.equal(`${lat},${lon}`);
    expect(new URL(links.google).searchParams.get('destination')).to.equal(`${lat},${lon}`);
    expect(new URL(links.google).searchParams.get('api')).to.equal('1');
  });

  it('cannot be broken out of by a name', () => {
    const { searchParams } = new URL(navigationLinks({ lat: 23, lon: 113 }, 'A&mode=walk#"<b>').baidu);
    expect(searchParams.get('title')).to.equal('A&mode=walk#"<b>');
    expect(searchParams.get('mode')).to.equal(null);
  });
});
