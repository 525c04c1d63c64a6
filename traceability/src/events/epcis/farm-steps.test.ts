import { describe, expect, it } from 'vitest'
import { BIZ_STEPS, vocabularyFault } from './cbv.ts'
import { bizStepOf, FARM_STEP_BASE, FARM_STEPS, farmStep, wordOfBizStep } from './farm-steps.ts'
import { isUri } from './uri.ts'

/** Steps that journeys on the site have names for: their words must never change. */
const JOURNEY_WORDS =
  `planting growing harvesting collecting receiving washing peeling sorting cutting butchering drying
  withering pan_firing rolling roasting steaming frying boiling_down aging fermenting distilling extracting filtering
  settling freezing milling grinding mixing shaping smoking cooking inspecting sampling testing packing labelling storing
  shipping transporting retail_selling commissioning other`.split(/\s+/)

describe('farm steps', () => {
  it('have every word that journeys use', () => {
    expect(JOURNEY_WORDS.filter((word) => farmStep(word) === null)).toEqual([])
  })

  it('have one word and one name each, in both languages', () => {
    for (const list of [
      FARM_STEPS.map((step) => step.word),
      FARM_STEPS.map((step) => step.label.vi),
      FARM_STEPS.map((step) => step.label.en),
    ]) {
      expect(new Set(list).size).toBe(list.length)
    }
  })

  it('speak the plain words of a producer', () => {
    expect(['harvesting', 'drying', 'packing', 'destroying'].map((word) => farmStep(word)?.label.vi)).toEqual([
      'Thu hoạch',
      'Sấy, phơi',
      'Đóng gói',
      'Tiêu hủy',
    ])
  })

  it.each(FARM_STEPS)('make a bizStep that an event may have, and come back from it: $word', ({ word, cbv }) => {
    const bizStep = bizStepOf(word)
    expect(vocabularyFault(BIZ_STEPS, bizStep, bizStep)).toBeNull()
    expect(wordOfBizStep(bizStep)).toBe(word)
    expect(cbv === null ? isUri(bizStep) && bizStep.startsWith(FARM_STEP_BASE) : BIZ_STEPS.words.has(bizStep)).toBe(
      true,
    )
  })

  it('have an action exactly when their event type has one', () => {
    for (const step of FARM_STEPS) expect(step.action === null).toBe(step.eventType === 'TransformationEvent')
  })

  it('take a base of another site', () => {
    expect(bizStepOf('drying', 'https://x.example/')).toBe('https://x.example/drying')
    expect(wordOfBizStep('https://x.example/drying', 'https://x.example/')).toBe('drying')
  })

  it('have no word for the steps of others', () => {
    expect(wordOfBizStep('https://other.example/drying')).toBeNull()
    expect(wordOfBizStep(`${FARM_STEP_BASE}Drying/x`)).toBeNull()
    expect(wordOfBizStep('')).toBeNull()
  })

  it('are read from journeys captured before, and from every form of a CBV step', () => {
    expect(wordOfBizStep('sao:drying')).toBe('drying')
    expect(wordOfBizStep('https://ref.gs1.org/cbv/BizStep-shipping')).toBe('shipping')
    expect(bizStepOf('arriving')).toBe('arriving')
  })
})
