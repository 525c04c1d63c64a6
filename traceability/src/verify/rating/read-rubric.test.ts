import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rubricJson, sampleRubric } from '../../testing/sample-rubric.ts'
import { RubricError, readRubric } from './read-rubric.ts'

function faultsOf(value: unknown): string[] {
  try {
    readRubric(value)
    return []
  } catch (error) {
    if (error instanceof RubricError) return error.faults.map((fault) => fault.en)
    throw error
  }
}

type Json = ReturnType<typeof rubricJson>
type Criterion = Json['sets'][number]['parts'][number]['sections'][number]['criteria'][number]
function criterionOf(rubric: Json, id: string): Criterion {
  for (const set of rubric.sets)
    for (const part of set.parts)
      for (const section of part.sections) for (const each of section.criteria) if (each.id === id) return each
  throw new Error(id)
}
function changed(change: (rubric: Json) => void): string[] {
  const rubric = rubricJson()
  change(rubric)
  return faultsOf(rubric)
}

describe('a set of criteria adds up, or is refused with every fault named', () => {
  it('reads one that does', () => {
    expect(sampleRubric().sets.map((set) => set.no)).toEqual([1, 2])
  })

  it('criteria make their section, sections their part, parts what the version gives them, all of it 100', () => {
    expect(
      changed((rubric) => {
        const part = rubric.sets[0]?.parts[1]
        if (part) part.max = 24
      }),
    ).toEqual([
      'Set 1 part B: 24 points, the version gives it 25',
      'Set 1 part B: its sections make 25, not 24',
      'Set 1: 99 points in all, not 100',
    ])
    expect(
      changed((rubric) => {
        rubric.partsMax.C = 36
      }),
    ).toEqual([
      'Parts A 40, B 25, C 36 make 101, not 100',
      'Set 1 part C: 35 points, the version gives it 36',
      'Set 2 part C: 35 points, the version gives it 36',
    ])
  })

  it('the best option of a criterion gives its maximum, in every list of options', () => {
    expect(
      changed((rubric) => {
        const best = criterionOf(rubric, 'q2-care').options.find(({ id }) => id === 'care-d-20')
        if (best) best.points = 19
      }),
    ).toEqual(['Set 2 criterion 3.1 (q2-care) destination: its best option gives 19, its maximum is 20'])
  })

  it('points rise from option to option; equal ones only where the version says that they are printed so', () => {
    const equal = (rubric: Json) => {
      const second = criterionOf(rubric, 'q1-land').options[1]
      if (second) second.points = 0
    }
    expect(changed(equal)).toEqual(['Set 1 criterion 1.1 (q1-land): option land-5 gives 0 after 0; points must rise'])
    expect(
      changed((rubric) => {
        equal(rubric)
        rubric.openQuestions.push({ sets: '1', code: '1.1', text: 'In như vậy' })
      }),
    ).toEqual([])
  })

  it('star marks rise with the points, each star once', () => {
    expect(
      changed((rubric) => {
        const [, , third, fourth] = criterionOf(rubric, 'q1-land').options
        if (third) third.minForStar = 5
        if (fourth) fourth.minForStar = 3
      }),
    ).toEqual(['Set 1 criterion 1.1 (q1-land): option land-20 is marked 3 stars after 5; marks must rise'])
    expect(
      changed((rubric) => {
        const [first] = criterionOf(rubric, 'q1-land').options
        if (first) first.minForStar = 2
      }),
    ).toEqual(['sets[0].parts[0].sections[0].criteria[0].options[0].minForStar: must be one of 3, 4, 5'])
  })

  it('set numbers and ids stand once', () => {
    expect(
      changed((rubric) => {
        const [, second] = rubric.sets
        if (second) second.no = 1
        const [first] = criterionOf(rubric, 'q1-label').options
        if (first) first.id = 'land-0'
      }),
    ).toEqual(['Set 1 stands twice', 'The id land-0 stands twice'])
  })

  it('bands are five, without a gap, from 0, and only 3 stars and more are certified', () => {
    expect(changed((rubric) => rubric.bands.pop() && undefined)).toEqual([
      'Bands: there must be one for each of 1 to 5 stars',
    ])
    expect(
      changed((rubric) => {
        rubric.bands = rubric.bands.map((band) => (band.stars === 4 ? { ...band, min: 71 } : band))
      }),
    ).toEqual(['Band of 3 stars: ends at 70, the next one begins at 71'])
    expect(
      changed((rubric) => {
        rubric.bands = rubric.bands.map((band) => ({ ...band, certified: true }))
      }),
    ).toEqual(['Band of 1 stars: cannot be certified', 'Band of 2 stars: cannot be certified'])
  })

  it('a set with a gap in its copy says so, and what can be added up still must', () => {
    const gap = (rubric: Json) => {
      const quality = criterionOf(rubric, 'q1-quality')
      const section = rubric.sets[0]?.parts[2]?.sections[0]
      const part = rubric.sets[0]?.parts[2]
      if (!section || !part) return
      quality.options = quality.options.map((each) => (each.points === 35 ? { ...each, points: 33 } : each))
      quality.max = section.max = part.max = 33
    }
    expect(changed(gap)).toEqual([
      'Set 1 part C: 33 points, the version gives it 35',
      'Set 1: 98 points in all, not 100',
    ])
    expect(
      changed((rubric) => {
        gap(rubric)
        Object.assign(rubric.sets[0] ?? {}, { reliable: false, note: 'Nguồn thiếu 2 điểm' })
      }),
    ).toEqual([])
    expect(
      changed((rubric) => {
        gap(rubric)
        Object.assign(rubric.sets[0] ?? {}, { reliable: false })
      }),
    ).toEqual(['Set 1: its note must say why it is not reliable'])
  })

  it('names what is no rubric at all, once for each member', () => {
    expect(faultsOf(null)).toEqual(['The content: must be a JSON object'])
    expect(faultsOf([])).toEqual(['The content: must be a JSON object'])
    expect(
      changed((rubric) => {
        Object.assign(rubric, { sets: 'all', version: '', detail: 'some' })
      }),
    ).toEqual([
      'version: must be text of 1 to 2000 characters',
      'detail: must be one of full, criteria-only, parts-only',
      'sets: must be a list',
    ])
  })

  it('says each fault in Vietnamese, too', () => {
    try {
      readRubric({ ...rubricJson(), sets: [] })
    } catch (error) {
      expect((error as RubricError).faults).toEqual([{ vi: 'Chưa có bộ nào', en: 'There is no set' }])
    }
  })

  it('property: with any one maximum changed, the version is refused', () => {
    const maximums: ((rubric: Json) => { max: number })[] = []
    rubricJson().sets.forEach((set, s) => {
      set.parts.forEach((part, p) => {
        maximums.push((rubric) => rubric.sets[s]?.parts[p] ?? { max: 0 })
        part.sections.forEach((section, c) => {
          maximums.push((rubric) => rubric.sets[s]?.parts[p]?.sections[c] ?? { max: 0 })
          section.criteria.forEach((_, k) => {
            maximums.push((rubric) => rubric.sets[s]?.parts[p]?.sections[c]?.criteria[k] ?? { max: 0 })
          })
        })
      })
    })
    fc.assert(
      fc.property(fc.constantFrom(...maximums), fc.integer({ min: -200, max: 200 }), (find, to) => {
        const rubric = rubricJson()
        const place = find(rubric)
        fc.pre(place.max !== to)
        place.max = to
        expect(faultsOf(rubric)).not.toEqual([])
      }),
    )
  })

  it('property: any one option’s points, moved to or past its neighbours, are refused', () => {
    const criteria = rubricJson().sets.flatMap((set) =>
      set.parts.flatMap((part) =>
        part.sections.flatMap((section) => section.criteria.map((criterion) => criterion.id)),
      ),
    )
    fc.assert(
      fc.property(fc.constantFrom(...criteria), fc.nat(3), fc.integer({ min: -50, max: 150 }), (id, at, to) => {
        const rubric = rubricJson()
        const { options } = criterionOf(rubric, id)
        const option = options[at % options.length]
        if (!option) return
        const list = options.filter((each) => each.variant === option.variant)
        const index = list.indexOf(option)
        const below = list[index - 1]?.points ?? -1
        const above = list[index + 1]?.points
        // Between its neighbours a number is as good as another; there the hash of an adopted record speaks.
        fc.pre(to <= below || (above === undefined ? to !== option.points : to >= above))
        option.points = to
        expect(faultsOf(rubric)).not.toEqual([])
      }),
    )
  })
})
