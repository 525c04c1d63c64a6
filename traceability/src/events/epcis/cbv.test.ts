import { describe, expect, it } from 'vitest'
import {
  BIZ_STEPS,
  BIZ_TRANSACTION_TYPES,
  bareWord,
  COMPONENTS,
  DISPOSITIONS,
  ERROR_REASONS,
  expandWord,
  MEASUREMENT_TYPES,
  SENSOR_ALERT_TYPES,
  SOURCE_DEST_TYPES,
  vocabularyFault,
} from './cbv.ts'

const ALL = [
  BIZ_STEPS,
  DISPOSITIONS,
  BIZ_TRANSACTION_TYPES,
  SOURCE_DEST_TYPES,
  ERROR_REASONS,
  COMPONENTS,
  MEASUREMENT_TYPES,
  SENSOR_ALERT_TYPES,
]

describe('words of CBV 2.0', () => {
  it('are as many as the standard has', () => {
    expect(ALL.map(({ words }) => words.size)).toEqual([41, 33, 13, 3, 2, 14, 72, 2])
  })

  it.each(ALL)('become a web URI and come back: $name', (vocabulary) => {
    for (const word of vocabulary.words) {
      expect(bareWord(vocabulary, expandWord(vocabulary, word))).toBe(word)
      if (vocabulary.urn) expect(bareWord(vocabulary, vocabulary.urn + word)).toBe(word)
      expect(vocabularyFault(vocabulary, word, word)).toBeNull()
    }
  })

  it('stand for themselves only in their own vocabulary', () => {
    expect(bareWord(BIZ_STEPS, 'https://ref.gs1.org/cbv/Disp-active')).toBeNull()
    expect(bareWord(BIZ_STEPS, 'https://ref.gs1.org/cbv/BizStep-active')).toBeNull()
    expect(bareWord(MEASUREMENT_TYPES, 'https://gs1.org/voc/Temperature')).toBe('Temperature')
    expect(expandWord(BIZ_STEPS, 'active')).toBe('active')
  })
})

describe('a value of a vocabulary field', () => {
  it.each([
    'https://saolang.vn/voc/step/drying',
    'urn:example:step:drying',
    'sao:drying',
    'https://ref.gs1.org/cbv/BizStep-shipping',
  ])('may be a URI: %s', (value) => {
    expect(vocabularyFault(BIZ_STEPS, value, value)).toBeNull()
  })

  it.each([
    ['Shipping', /"shipping" is$/],
    ['retail selling', /"retail_selling" is$/],
    ['retail-selling', /"retail_selling" is$/],
    ['drying', /such as "accepting"/],
    ['', /such as/],
    ['urn:epcglobal:cbv:bizstep:shipping', /bare word "shipping"/],
    ['urn:epcglobal:cbv:bizstep:dancing', /namespace of GS1/],
    ['https://ns.gs1.org/cbv/BizStep-shipping', /bare word "shipping"/],
    ['https://ref.gs1.org/cbv/BizStep-dancing', /is no business step/],
    ['https://ref.gs1.org/cbv/Disp-active', /is no business step/],
    ['https://exam ple.com/x', /or a URI/],
  ])('is refused with advice: %s', (value, message) => {
    expect(vocabularyFault(BIZ_STEPS, value, value)).toMatch(message)
  })

  it.each([
    ['temperature', 'temperature', /"Temperature" is/],
    ['relative humidity', 'relative humidity', /"RelativeHumidity" is/],
    ['https://gs1.org/voc/Temperature', 'https://gs1.org/voc/Temperature', /bare word "Temperature"/],
    ['https://www.gs1.org/voc/Temperature', 'https://www.gs1.org/voc/Temperature', /bare word "Temperature"/],
    ['gs1:Warmth', 'https://gs1.org/voc/Warmth', /is no measurement type/],
  ])('is refused with advice: %s', (value, expanded, message) => {
    expect(vocabularyFault(MEASUREMENT_TYPES, value, expanded)).toMatch(message)
  })

  it('may be a word with the prefix of its namespace', () => {
    expect(vocabularyFault(MEASUREMENT_TYPES, 'gs1:Temperature', 'https://gs1.org/voc/Temperature')).toBeNull()
    expect(vocabularyFault(COMPONENTS, 'cbv:Comp-x', 'https://ref.gs1.org/cbv/Comp-x')).toBeNull()
  })
})
