import { authorityFits, authorityOf } from './authority-name'

const PLACES = { provinces: new Set(['tuyen quang', 'ha noi']), districts: new Set(['na hang']) }

it('QĐ 26/2026, art. 4: the people’s committee of a province decides, and the ministry where there is none', () => {
  expect(authorityOf('Tỉnh Tuyên Quang')).toBe('UBND tỉnh Tuyên Quang')
  expect(authorityOf(null)).toBe('Bộ Nông nghiệp và Môi trường')
})

it('the name a draft is headed with is one that may decide at its level, and at no other', () => {
  for (const [name, level] of [
    [authorityOf('Tỉnh Tuyên Quang'), 'province'],
    [authorityOf('Thành phố Hà Nội'), 'province'],
    [authorityOf(null), 'central'],
    ['UBND huyện Na Hang', 'district'],
  ] as const) {
    const fits = (['district', 'province', 'central'] as const).filter((each) => authorityFits(name, each, PLACES))
    expect([name, fits]).toEqual([name, [level]])
  }
})
