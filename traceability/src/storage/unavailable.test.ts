import { expect, it } from 'vitest'
import { isDatabaseUnavailable } from './unavailable.ts'

const withCode = (code: string) => Object.assign(new Error('from the driver'), { code })

it.each([
  withCode('ECONNREFUSED'),
  withCode('57P01'),
  withCode('53300'),
  withCode('3D000'),
  withCode('42P01'),
  withCode('25006'),
  new Error('timeout exceeded when trying to connect'),
  new Error('timeout expired'),
  new Error('Query read timeout'),
  new Error('Connection terminated unexpectedly'),
  new AggregateError([withCode('ECONNREFUSED')]),
])('a database that cannot be asked now is told from a defect: %o', (error) => {
  expect(isDatabaseUnavailable(error)).toBe(true)
})

it.each([withCode('23505'), withCode('42601'), withCode('22P02'), new TypeError('x is not a function'), 'text'])(
  'a defect is no outage: %o',
  (error) => {
    expect(isDatabaseUnavailable(error)).toBe(false)
  },
)
