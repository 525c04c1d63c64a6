import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  catalogueApiSearch,
  catalogueHref,
  EMPTY_QUERY,
  isFiltered,
  parseCatalogueQuery,
  withoutValue,
} from './catalogue-query.ts'

const parse = (search: string) => parseCatalogueQuery(new URLSearchParams(search))

describe('reading a catalogue address', () => {
  test('values may repeat; doubles and disorder do not matter', () => {
    expect(parse('stars=4&stars=3&stars=4')).toEqual(parse('stars=3&stars=4'))
  })

  test('malformed values are dropped, never passed on', () => {
    expect(
      parse(
        "stars=9&stars=4'--&sector=<b>&province=082&producer=../x&price=a-b&sort=drop&page=-1&page_size=9&price_min=1",
      ),
    ).toEqual(EMPTY_QUERY)
  })

  test('text is trimmed, its blanks joined, its length cut', () => {
    expect(parse('q=%20%20ch%C3%A8%09%20shan%20').q).toBe('chè shan')
    expect(parse(`q=${'a'.repeat(500)}`).q).toHaveLength(100)
  })

  test('a list’s own order is not a choice', () => {
    expect(parse('sort=newest').sort).toBeNull()
    expect(parse('q=tra&sort=relevance').sort).toBeNull()
    expect(parse('q=tra&sort=newest').sort).toBe('newest')
  })

  test.each(['0', '-3', '1.5', 'x', '1e9', ''])('page %j is page 1', (page) => {
    expect(parse(`page=${page}`).page).toBe(1)
  })

  test('open and closed price ranges', () => {
    expect(parse('price=50000-100000').price).toBe('50000-100000')
    expect(parse('price=500000-').price).toBe('500000-')
  })

  test('an address survives being read and written, whatever it was', () => {
    fc.assert(
      fc.property(fc.webQueryParameters({ size: 'small' }), (search) => {
        const once = catalogueHref(parse(search), { page: parse(search).page })
        const twice = parse(once.split('?')[1] ?? '')
        expect(catalogueHref(twice, { page: twice.page })).toBe(once)
      }),
    )
  })
})

describe('writing one', () => {
  const query = parse('q=tr%C3%A0&stars=4&province=08&province=82&price=0-50000&sort=price&page=3')

  test('a change starts again at page 1', () => {
    expect(catalogueHref(query, { sort: 'name' })).toBe(
      '/san-pham?q=tr%C3%A0&stars=4&province=08&province=82&price=0-50000&sort=name',
    )
  })

  test('one value of a filter can be taken away', () => {
    expect(withoutValue(query, 'province', '08')).toBe(
      '/san-pham?q=tr%C3%A0&stars=4&province=82&price=0-50000&sort=price',
    )
    expect(withoutValue(query, 'price', '0-50000')).not.toContain('0-50000')
  })

  test('the plain list has the plain address', () => {
    expect(catalogueHref(EMPTY_QUERY)).toBe('/san-pham')
    expect(isFiltered(EMPTY_QUERY)).toBe(false)
    expect(isFiltered(query)).toBe(true)
  })

  test('the API is asked with everything the answer depends on', () => {
    expect(catalogueApiSearch(query, 'en', 24)).toMatchObject({
      q: 'trà',
      stars: ['4'],
      province: ['08', '82'],
      price_min: '0',
      price_max: '50000',
      sort: 'price',
      page: 3,
      per_page: 24,
      locale: 'en',
    })
  })
})
