import { replayHistoric, replaySentences } from './historic-replay'
import { AUTHORITY_2019, AUTHORITY_2023, AUTHORITY_2026, RUBRIC_2020 } from './testing/rule-data'

const { bands } = RUBRIC_2020

describe('2019 to 2/2023: two rounds', () => {
  it('50 points of the district go on; the province decides 3 and 4 stars', () => {
    const replay = replayHistoric(AUTHORITY_2019, bands, [
      { level: 'district', points: 50 },
      { level: 'province', points: 72.5 },
    ])
    expect(replay).toMatchObject({ stars: 4, decidedBy: 'province' })
    expect(replaySentences(replay, 'vi')).toEqual([
      'Hội đồng cấp huyện chấm 50 điểm, thuộc khung 3 sao.',
      'Từ 50 điểm, hồ sơ được chuyển từ cấp huyện lên cấp tỉnh.',
      'Hội đồng cấp tỉnh chấm 72,5 điểm, thuộc khung 4 sao.',
      '4 sao do Chủ tịch Ủy ban nhân dân cấp tỉnh quyết định.',
    ])
  })

  it('49.99 points of the district end there, whatever the province found', () => {
    const replay = replayHistoric(AUTHORITY_2019, bands, [
      { level: 'district', points: 49.99 },
      { level: 'province', points: 80 },
    ])
    expect(replay).toMatchObject({ stars: 2, decidedBy: null })
    expect(replay.steps.map(({ code }) => code)).toEqual(['scored', 'no_certificate', 'not_heard'])
  })

  it('90 points of the province go to the centre; 5 stars need its own 90', () => {
    const scores = [
      { level: 'district' as const, points: 91 },
      { level: 'province' as const, points: 90 },
    ]
    expect(replayHistoric(AUTHORITY_2019, bands, scores)).toMatchObject({ stars: null, decidedBy: null })
    const five = replayHistoric(AUTHORITY_2019, bands, [...scores, { level: 'central', points: 90 }])
    expect(five).toMatchObject({ stars: 5, decidedBy: 'central' })
    const four = replayHistoric(AUTHORITY_2019, bands, [...scores, { level: 'central', points: 88 }])
    expect(four).toMatchObject({ stars: 4, decidedBy: 'province' })
    expect(four.steps.at(-1)?.code).toBe('fallen_back')
  })

  it('a missing council leaves the result open and is named', () => {
    const replay = replayHistoric(AUTHORITY_2019, bands, [{ level: 'province', points: 72 }])
    expect(replay.stars).toBeNull()
    expect(replaySentences(replay, 'vi')).toEqual(['Thiếu điểm của hội đồng cấp huyện, nên chưa tính được kết quả.'])
  })
})

it('2/2023 to 6/2025: the district decides 3 stars by itself', () => {
  const replay = replayHistoric(AUTHORITY_2023, bands, [{ level: 'district', points: 69.99 }])
  expect(replay).toMatchObject({ stars: 3, decidedBy: 'district' })
})

it('from 22/5/2026 there is no district council', () => {
  const replay = replayHistoric(AUTHORITY_2026, bands, [
    { level: 'district', points: 60 },
    { level: 'province', points: 60 },
  ])
  expect(replay).toMatchObject({ stars: 3, decidedBy: 'province' })
  expect(replay.steps[0]).toEqual({ code: 'no_such_council', level: 'district' })
})
