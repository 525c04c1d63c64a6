import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dictionaryKey, plainWords, queryWords, tonedWords } from './vietnamese-words'

describe('plainWords', () => {
  it('drops marks and case, reads đ as d, composed or decomposed', () => {
    expect(plainWords('CHÈ Shan, Đường phèn!')).toEqual(['che', 'shan', 'duong', 'phen'])
    expect(plainWords('mật ong'.normalize('NFD'))).toEqual(['mat', 'ong'])
    expect(plainWords('Rượu nếp cất 2 lần')).toEqual(['ruou', 'nep', 'cat', '2', 'lan'])
  })

  it('gives only plain letters and digits for any Vietnamese text', () => {
    const letters = fc.constantFrom(
      ...'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ -/',
    )
    fc.assert(
      fc.property(fc.string({ unit: letters }), (text) => {
        for (const form of ['NFC', 'NFD'] as const) {
          expect(plainWords(text.normalize(form).toUpperCase())).toEqual(plainWords(text))
        }
        expect(plainWords(text).join('')).toMatch(/^[a-z]*$/)
      }),
    )
  })
})

describe('tonedWords', () => {
  it('tells words apart by tone and vowel', () => {
    expect(tonedWords('chè')).not.toEqual(tonedWords('che'))
    expect(tonedWords('chè')).not.toEqual(tonedWords('chế'))
    expect(tonedWords('bưởi')).not.toEqual(tonedWords('buổi'))
    expect(tonedWords('dê')).not.toEqual(tonedWords('đê'))
  })

  it('takes both places of a tone mark, and both ways to compose a letter, for the same word', () => {
    expect(tonedWords('hòa thủy')).toEqual(tonedWords('hoà thuỷ'))
    expect(tonedWords('mật'.normalize('NFD'))).toEqual(tonedWords('mật'))
  })
})

describe('queryWords', () => {
  it('keeps the typed accents apart from the plain words', () => {
    expect(queryWords('Chè SHAN')).toEqual({ words: ['che', 'shan'], accented: ['che1'] })
    expect(queryWords('mat ong')).toEqual({ words: ['mat', 'ong'], accented: [] })
    expect(queryWords('đỏ')).toEqual({ words: ['do'], accented: ['đo2'] })
  })

  it('finds no word in signs, and at most eight in anything', () => {
    expect(queryWords('?!" -- \u0000')).toEqual({ words: [], accented: [] })
    expect(queryWords('\u0301 \u08ca')).toEqual({ words: [], accented: [] })
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
        const { words } = queryWords(text)
        expect(words.length).toBeLessThanOrEqual(8)
        for (const word of words) expect(word).toMatch(/^[\p{L}\p{M}\p{N}]+$/u)
      }),
    )
  })
})

describe('dictionaryKey', () => {
  it('sorts as a Vietnamese dictionary does', () => {
    const names = ['Âu', 'Ăn', 'An', 'Áo', 'Bưởi', 'Cam', 'Chè', 'Dê', 'Đường', 'Ong', 'Ô mai', 'Ớt', 'Xoài']
    const shuffled = [...names].reverse()
    const byKey = shuffled.sort((a, b) => (dictionaryKey(a) < dictionaryKey(b) ? -1 : 1))
    expect(byKey).toEqual([...names].sort(new Intl.Collator('vi').compare))
  })

  it('puts the level tone first, then huyền, hỏi, ngã, sắc, nặng', () => {
    const words = ['ma', 'mà', 'mả', 'mã', 'má', 'mạ']
    const keys = words.map(dictionaryKey)
    expect([...keys].sort()).toEqual(keys)
    expect([...new Set(keys)]).toHaveLength(6)
  })

  it('is made of digits alone, so that no collation can change the order', () => {
    expect(dictionaryKey('Chè 1 tôm / 2 lá 茶')).toMatch(/^\d+$/)
  })
})
