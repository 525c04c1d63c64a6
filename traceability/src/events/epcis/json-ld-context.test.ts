import { describe, expect, it } from 'vitest'
import {
  expandCurie,
  expandName,
  isStandardContext,
  MAX_PREFIXES,
  namespacesOf,
  STANDARD_NAMESPACES,
} from './json-ld-context.ts'

const GS1 = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'

describe('the prefixes of a context', () => {
  it('are those of the standard, and its own in the order they are declared', () => {
    const namespaces = namespacesOf([
      GS1,
      { a: 'https://a.example/', cbvmda: 'urn:own:' },
      { a: 'a:b/', c: { '@id': 'urn:c:' } },
    ])
    expect(namespaces.get('gs1')).toBe('https://gs1.org/voc/')
    expect(namespaces.get('a')).toBe('https://a.example/b/')
    expect(namespaces.get('c')).toBe('urn:c:')
    expect(namespaces.get('cbvmda')).toBe('urn:own:')
  })

  it('are those of the standard alone when nothing is declared inline', () => {
    for (const context of [
      undefined,
      null,
      GS1,
      [GS1],
      7,
      [[{ a: 'urn:a:' }]],
      { '@vocab': 'urn:x:' },
      { 'a:b': 'urn:x:' },
    ]) {
      expect(namespacesOf(context)).toBe(STANDARD_NAMESPACES)
    }
  })

  it('are few', () => {
    const many = Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`p${i}`, 'urn:x:']))
    expect(namespacesOf([many, many]).size).toBe(MAX_PREFIXES)
  })

  it('never come from the machinery of objects', () => {
    expect(expandCurie('constructor:x', namespacesOf({}))).toBe('constructor:x')
    expect(expandName('__proto__:x', namespacesOf(JSON.parse('{"__proto__":"urn:x:"}')))).toBe('{urn:x:}x')
  })
})

describe('a name', () => {
  const namespaces = namespacesOf({ sao: 'https://saolang.vn/voc/', s: 'https://saolang.vn/voc' })

  it.each([
    ['sao:note', '{https://saolang.vn/voc/}note'],
    ['https://saolang.vn/voc/note', '{https://saolang.vn/voc/}note'],
    ['s:note', '{https://saolang.vn/voc}note'],
    ['https://x.vn/voc#note', '{https://x.vn/voc#}note'],
    ['urn:x:note', '{urn:x:}note'],
    ['note', 'note'],
  ])('%s is %s with its namespace', (name, expanded) => {
    expect(expandName(name, namespaces)).toBe(expanded)
  })
})

describe('the context of EPCIS 2.0', () => {
  it.each([GS1, 'https://gs1.github.io/EPCIS/epcis-context.jsonld', 'https://copy.example.vn/epcis-context.jsonld'])(
    'is known by its file name: %s',
    (address) => {
      expect(isStandardContext(address)).toBe(true)
    },
  )

  it.each(['https://x.vn/context.jsonld', 'https://x.vn/?/epcis-context.jsonld', 'epcis-context.jsonld', {}, null])(
    'is not %j',
    (entry) => {
      expect(isStandardContext(entry)).toBe(false)
    },
  )
})
