import { describe, expect, it } from 'vitest'
import { addedBy, type DossierPapers, evidenceFor, mayApply, requiredPapers } from './papers.ts'

const RULES: DossierPapers = {
  forms: [],
  required: [
    { paper: 'registration', kinds: ['first', 'upgrade', 'renewal'], sets: null, disqualifier: null, vi: '', en: '' },
    { paper: 'food_safety', kinds: ['first', 'renewal'], sets: [1, 2], disqualifier: 'food_safety', vi: '', en: '' },
  ],
  statements: [],
  evidence: [
    { titles: ['Nhãn', 'Bao bì'], papers: ['trace_code'] },
    { titles: ['Nhãn'], papers: ['story', 'trace_code'] },
  ],
  added: [
    { by: 'commune', code: 'samples', sets: [1], vi: '', en: '' },
    { by: 'province', code: 'letter', sets: null, vi: '', en: '' },
  ],
  communeConfirms: [],
  holders: [
    { legalForm: 'cooperative', sets: null },
    { legalForm: 'other', sets: [26] },
  ],
}

describe('what a dossier must hold differs by kind and set (QĐ 26/2026, art. 6)', () => {
  it('required papers', () => {
    const papers = (kind: 'first' | 'upgrade' | 'renewal', setNo: number) =>
      requiredPapers(RULES, kind, setNo).map(({ paper }) => paper)
    expect(papers('first', 1)).toEqual(['registration', 'food_safety'])
    expect(papers('upgrade', 1)).toEqual(['registration'])
    expect(papers('first', 26)).toEqual(['registration'])
  })

  it('papers that back a criterion, each once', () => {
    expect(evidenceFor(RULES, 'Nhãn')).toEqual(['trace_code', 'story'])
    expect(evidenceFor(RULES, 'Mùi')).toEqual([])
  })

  it('what commune and province add: no samples in tourism', () => {
    expect(addedBy(RULES, 'commune', 1).map(({ code }) => code)).toEqual(['samples'])
    expect(addedBy(RULES, 'commune', 26)).toEqual([])
    expect(addedBy(RULES, 'province', 26).map(({ code }) => code)).toEqual(['letter'])
  })

  it('who may apply: associations with tourism alone (art. 2)', () => {
    expect(mayApply(RULES, 'cooperative', 1)).toBe(true)
    expect(mayApply(RULES, 'other', 1)).toBe(false)
    expect(mayApply(RULES, 'other', 26)).toBe(true)
  })
})
