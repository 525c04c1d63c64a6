import { type MemberSheet, type Picks, type Rubric, readRubric, type Scoring } from '../verify/rating/rating.ts'

const BANDS = [
  { stars: 5, min: 90, below: null, certified: true },
  { stars: 4, min: 70, below: 90, certified: true },
  { stars: 3, min: 50, below: 70, certified: true },
  { stars: 2, min: 30, below: 50, certified: false },
  { stars: 1, min: 0, below: 30, certified: false },
]

function option(id: string, points: number, minForStar: number | null = null, variant: string | null = null) {
  return { id, points, label: `Phương án ${points}`, minForStar, variant }
}

/**
 * A version of the criteria small enough to reckon by hand, as JSON. Set 1: land 0..20 (12 is the least for 3 stars, 20 for 5), label
 * 0..20 (10 for 4 stars), market 5..25, quality 0..35 (20 for 3 stars). Set 2 has criterion `q2-care` in two lists of options.
 */
export function rubricJson() {
  const criterion = (id: string, code: string, title: string, max: number, options: ReturnType<typeof option>[]) => ({
    ...{ id, code, title, max, group: null, scope: null, require: null, note: null, options },
  })
  const set = (no: number, name: string, criteria: ReturnType<typeof criterion>[][]) => ({
    ...{ no, name, sector: no === 1 ? 'I' : 'VI', group: null, leadMinistries: [], samples: 5, disqualify: ['forged'] },
    ...{ reliable: true, note: null as string | null },
    parts: (['A', 'B', 'C'] as const).map((code, index) => {
      const own = criteria[index] ?? []
      const max = own.reduce((total, each) => total + each.max, 0)
      return {
        code,
        title: `Phần ${code}`,
        max,
        sections: [{ code: String(index + 1), title: `Mục ${code}`, max, note: null, criteria: own }],
      }
    }),
  })
  return {
    version: '1/2030',
    title: 'Bộ tiêu chí thử',
    detail: 'full',
    partsMax: { A: 40, B: 25, C: 35 },
    bands: BANDS.map((band) => ({ ...band })),
    disqualifiers: [{ code: 'forged', label: 'Giả mạo hồ sơ' }],
    mends: [],
    openQuestions: [] as { sets: string; code: string; text: string }[],
    sets: [
      set(1, 'Bộ thử', [
        [
          criterion('q1-land', '1.1', 'Vùng trồng', 20, [
            option('land-0', 0),
            option('land-5', 5),
            option('land-12', 12, 3),
            option('land-20', 20, 5),
          ]),
          criterion('q1-label', '1.2', 'Nhãn', 20, [
            option('label-0', 0),
            option('label-10', 10, 4),
            option('label-20', 20),
          ]),
        ],
        [
          criterion('q1-market', '2.1', 'Thị trường', 25, [
            option('market-5', 5),
            option('market-15', 15),
            option('market-25', 25),
          ]),
        ],
        [
          criterion('q1-quality', '3.1', 'Chất lượng', 35, [
            option('quality-0', 0),
            option('quality-20', 20, 3),
            option('quality-35', 35),
          ]),
        ],
      ]),
      set(2, 'Bộ có hai danh mục', [
        [criterion('q2-land', '1.1', 'Cảnh quan', 40, [option('q2-land-0', 0), option('q2-land-40', 40)])],
        [criterion('q2-market', '2.1', 'Quảng bá', 25, [option('q2-market-0', 0), option('q2-market-25', 25)])],
        [
          criterion('q2-care', '3.1', 'Tiện nghi', 20, [
            option('care-c-5', 5, null, 'community'),
            option('care-c-20', 20, 4, 'community'),
            option('care-d-10', 10, null, 'destination'),
            option('care-d-20', 20, 5, 'destination'),
          ]),
          criterion('q2-safe', '3.2', 'An toàn', 15, [
            option('safe-c-15', 15, null, 'community'),
            option('safe-d-15', 15, null, 'destination'),
          ]),
        ],
      ]),
    ],
  }
}

export function sampleRubric(): Rubric {
  return readRubric(rubricJson())
}

export const SAMPLE_SCORING: Scoring = {
  mean: { decimals: 2, rounding: 'down' },
  spread: { limit: 10 },
  quorum: { least: 3, shareOf: { numerator: 2, denominator: 3 } },
  minimumMet: 'majority',
  conflictGrounds: [{ code: 'family', vi: 'là người thân của chủ thể', en: 'is a relative of the holder' }],
}

/** The best of everything in set 1: 100 points. */
export const BEST: Picks = {
  'q1-land': 'land-20',
  'q1-label': 'label-20',
  'q1-market': 'market-25',
  'q1-quality': 'quality-35',
}

/** One sheet for each set of picks, by members named M1, M2, … */
export function sheetsOf(...picks: Picks[]): MemberSheet[] {
  return picks.map((each, index) => ({ member: `M${index + 1}`, conflict: null, picks: each }))
}
