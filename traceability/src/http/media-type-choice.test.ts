import { describe, expect, it } from 'vitest'
import { chooseMediaType } from './media-type-choice.ts'

const OFFERS = ['application/vc+jwt', 'application/json'] as const

describe('the choice of a media type (RFC 9110 section 12.5.1)', () => {
  it.each([
    ['nothing said', undefined, 'application/vc+jwt'],
    ['an empty header', '', 'application/vc+jwt'],
    ['anything', '*/*', 'application/vc+jwt'],
    ['a browser', 'text/html,application/xhtml+xml,*/*;q=0.8', 'application/vc+jwt'],
    ['JSON by name', 'application/json', 'application/json'],
    ['JSON rather', 'application/vc+jwt;q=0.5, application/json', 'application/json'],
    ['any application type', 'application/*', 'application/vc+jwt'],
    ['any but the first', 'application/vc+jwt;q=0, */*', 'application/json'],
    ['capitals and spaces', ' APPLICATION/JSON ; q=1.0 ', 'application/json'],
    ['another type', 'text/html', null],
    ['nothing at all', '*/*;q=0', null],
  ])('%s', (_, accept, chosen) => {
    expect(chooseMediaType(accept, OFFERS)).toBe(chosen)
  })
})
