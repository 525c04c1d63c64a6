import { describe, expect, test } from 'vitest'
import { isWhole, parseRegisterQuery, registerHref } from './register-query.ts'

const read = (search: string) => parseRegisterQuery(new URLSearchParams(search))

describe('the address of the register', () => {
  test('keeps what it understands and drops the rest', () => {
    expect(read('q=%20ch%C3%A8%20%20shan&tinh=08&sao=4&tinh-trang=expired&nhom=drink&nam=2024')).toEqual({
      q: 'chè shan',
      province: '08',
      stars: 4,
      status: 'expired',
      sector: 'drink',
      year: 2024,
      after: null,
    })
    expect(read('tinh=x&sao=9&tinh-trang=gold&nhom=cars&nam=1999&tu=1;drop')).toEqual(read(''))
  })

  test('is written the same way however it was typed', () => {
    const query = read('nam=2024&q=mật ong&tu=2024-05-01~recog_01ABC')
    expect(read(registerHref(query).split('?')[1] ?? '')).toEqual(query)
    expect(registerHref({ ...query, after: null }, '/dang-ba.csv')).toBe('/dang-ba.csv?q=m%E1%BA%ADt+ong&nam=2024')
  })

  test('knows the whole register', () => {
    expect(isWhole(read('tinh='))).toBe(true)
    expect(isWhole(read('sao=3'))).toBe(false)
  })
})
