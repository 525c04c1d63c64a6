import { describe, expect, test } from 'vitest'
import { ShopError } from '#app/lib/medusa/client.server.ts'
import { neededWidth, refusalErrors, wrongCode } from './refusals.server.ts'

const refused = (code: string, field: string | null, message = '', kind: ShopError['kind'] = 'invalid') =>
  new ShopError(kind, 400, code, message, field, null)

describe('a refusal of the shop', () => {
  test.each([
    [refused('lot_recalled', 'lotRef'), { goods: 'errorRecalled' }],
    [refused('no_valid_recognition', 'productRef', '', 'conflict'), { goods: 'errorNoRecognition' }],
    [refused('invalid_input', 'lotRef'), { goods: 'errorGoods' }],
    [refused('invalid_input', 'anything'), { form: 'errorRefused' }],
    [refused('journal_away', null, '', 'unavailable'), { form: 'errorAway' }],
    [refused('conflict', null, '', 'conflict'), { form: 'errorUsed' }],
  ])('is told at its field', (error, errors) => {
    expect(refusalErrors(error)).toEqual(errors)
  })

  test('for a thing that is not there is its page; a defect stays a defect', () => {
    let answer: unknown
    try {
      refusalErrors(refused('label_batch_unknown', null, '', 'not_found'))
    } catch (thrown) {
      answer = thrown
    }
    expect(answer).toMatchObject({ init: { status: 404 } })
    expect(() => refusalErrors(new TypeError('x'))).toThrow(TypeError)
  })

  test('for a code names its place in the list, from 1', () => {
    expect(wrongCode(refused('invalid_input', 'codes.3'))).toBe(4)
    expect(wrongCode(refused('invalid_input', 'note'))).toBeNull()
  })

  test('for a symbol that is too small tells what it needs', () => {
    const message =
      'symbolMm: 15 mm makes modules of 0.366 mm, and GS1 asks for 0.396 mm. This label needs 16.3 mm (a QR symbol …)'
    expect(neededWidth(refused('invalid_input', 'symbolMm', message))).toBe(16.3)
    expect(neededWidth(refused('invalid_input', 'symbolMm', 'a symbol of 20 mm does not fit'))).toBeNull()
  })
})
