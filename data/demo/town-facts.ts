export interface TownFacts {
  readonly nameEn: string;
  /** Approximate centre, WGS-84, to about a kilometre. */
  readonly lat: number;
  readonly lon: number;
  /** Rough share of the demo's customers; parks have none of their own. */
  readonly weight: number;
}

/** What the gazetteer lacks, by town code: English names and rough centres from general knowledge, weights by feel. */
export const TOWN_FACTS: Readonly<Record<string, TownFacts>> = {
  '441900003': { nameEn: 'Dongcheng', lat: 23.03, lon: 113.79, weight: 5 },
  '441900004': { nameEn: 'Nancheng', lat: 23.005, lon: 113.74, weight: 4 },
  '441900005': { nameEn: 'Wanjiang', lat: 23.04, lon: 113.735, weight: 3 },
  '441900006': { nameEn: 'Guancheng', lat: 23.045, lon: 113.755, weight: 2 },
  '441900101': { nameEn: 'Shijie', lat: 23.1, lon: 113.81, weight: 3 },
  '441900102': { nameEn: 'Shilong', lat: 23.11, lon: 113.86, weight: 2 },
  '441900103': { nameEn: 'Chashan', lat: 23.07, lon: 113.88, weight: 2 },
  '441900104': { nameEn: 'Shipai', lat: 23.09, lon: 113.95, weight: 2 },
  '441900105': { nameEn: 'Qishi', lat: 23.06, lon: 114.02, weight: 2 },
  '441900106': { nameEn: 'Hengli', lat: 23.02, lon: 113.98, weight: 2 },
  '441900107': { nameEn: 'Qiaotou', lat: 23.02, lon: 114.09, weight: 2 },
  '441900108': { nameEn: 'Xiegang', lat: 22.97, lon: 114.15, weight: 1 },
  '441900109': { nameEn: 'Dongkeng', lat: 22.99, lon: 113.94, weight: 2 },
  '441900110': { nameEn: 'Changping', lat: 22.975, lon: 114.0, weight: 4 },
  '441900111': { nameEn: 'Liaobu', lat: 23.0, lon: 113.87, weight: 5 },
  '441900112': { nameEn: 'Zhangmutou', lat: 22.91, lon: 114.08, weight: 2 },
  '441900113': { nameEn: 'Dalang', lat: 22.94, lon: 113.94, weight: 4 },
  '441900114': { nameEn: 'Huangjiang', lat: 22.88, lon: 114.0, weight: 3 },
  '441900115': { nameEn: 'Qingxi', lat: 22.84, lon: 114.16, weight: 3 },
  '441900116': { nameEn: 'Tangxia', lat: 22.81, lon: 114.08, weight: 5 },
  '441900117': { nameEn: 'Fenggang', lat: 22.74, lon: 114.14, weight: 4 },
  '441900118': { nameEn: 'Dalingshan', lat: 22.91, lon: 113.84, weight: 4 },
  '441900119': { nameEn: "Chang'an", lat: 22.8, lon: 113.8, weight: 6 },
  '441900121': { nameEn: 'Humen', lat: 22.82, lon: 113.67, weight: 6 },
  '441900122': { nameEn: 'Houjie', lat: 22.94, lon: 113.67, weight: 5 },
  '441900123': { nameEn: 'Shatian', lat: 22.92, lon: 113.61, weight: 2 },
  '441900124': { nameEn: 'Daojiao', lat: 23.0, lon: 113.68, weight: 2 },
  '441900125': { nameEn: 'Hongmei', lat: 22.99, lon: 113.61, weight: 1 },
  '441900126': { nameEn: 'Machong', lat: 23.04, lon: 113.56, weight: 1 },
  '441900127': { nameEn: 'Wangniudun', lat: 23.05, lon: 113.65, weight: 1 },
  '441900128': { nameEn: 'Zhongtang', lat: 23.09, lon: 113.65, weight: 2 },
  '441900129': { nameEn: 'Gaobu', lat: 23.09, lon: 113.74, weight: 2 },
  '441900401': { nameEn: 'Songshan Lake', lat: 22.92, lon: 113.9, weight: 0 },
  '441900402': { nameEn: 'Dongguan Port', lat: 22.88, lon: 113.6, weight: 0 },
  '441900403': { nameEn: 'Dongguan Ecopark', lat: 23.06, lon: 113.93, weight: 0 },
  '441900404': { nameEn: 'Binhai Bay', lat: 22.78, lon: 113.7, weight: 0 },
};
