import { readTaxCode } from './tax-code'

it('takes ten digits whose check digit fits, and a branch of them', () => {
  expect(readTaxCode('0100109106')).toBe('0100109106')
  expect(readTaxCode('0100 109 106')).toBe('0100109106')
  expect(readTaxCode('0100109106-001')).toBe('0100109106-001')
  expect(readTaxCode('0100109106001')).toBe('0100109106-001')
})

it('finds one wrong digit', () => {
  const right = '0100109106'
  for (let place = 0; place < right.length; place += 1) {
    const wrong = `${right.slice(0, place)}${(Number(right[place]) + 1) % 10}${right.slice(place + 1)}`
    expect(readTaxCode(wrong)).toBeNull()
  }
})

it('takes the personal number of a household, and nothing else of twelve digits', () => {
  expect(readTaxCode('001085001234')).toBe('001085001234')
  expect(readTaxCode('099085001234')).toBeNull()
  expect(readTaxCode('12345678901')).toBeNull()
  expect(readTaxCode('')).toBeNull()
})
