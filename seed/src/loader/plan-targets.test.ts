import { expect, test } from 'vitest'
import { loadData } from '../data/load-data.ts'
import { planTargets } from './plan-targets.ts'

const targets = planTargets(loadData())

test('Tuyên Quang planned 74 products until 2020, and its districts add up to them', () => {
  const tuyenQuang = targets.filter(({ year, measure }) => year === 2020 && measure === 'recognised')
  const [whole, ...districts] = tuyenQuang
  expect(whole).toMatchObject({ province_code: '08', place: '', target: 74, stated_result: 79 })
  expect(districts).toHaveLength(7)
  const sum = (key: 'target' | 'stated_result') => districts.reduce((all, each) => all + (each[key] ?? 0), 0)
  expect([sum('target'), sum('stated_result')]).toEqual([74, 79])
})

test('Đồng Tháp’s plan for 2021 is taken from its figure', () => {
  expect(
    targets
      .filter(({ year }) => year === 2021)
      .map(({ province_code, measure, target }) => [province_code, measure, target]),
  ).toEqual([
    ['82', 'new', 49],
    ['82', 'upgraded', 20],
    ['82', 'five_stars', 4],
  ])
})
