import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { APPLICATION_IDENTIFIERS } from './application-identifiers.ts'
import { buildDigitalLink, digitalLinkOf, elementsOf, isQualifierSequence, parseDigitalLink } from './digital-link.ts'
import { parseBracketedElements, parseScannedElements } from './element-string.ts'
import { checkAssociations, type Gs1Element } from './elements.ts'
import { Gs1SyntaxError } from './gs1-syntax-error.ts'
import { CHARACTER_SETS, LINTERS, type Linter } from './linters.ts'
import { decodePathValue, decodeQueryValue, encodePathValue, encodeQueryValue } from './uri-text.ts'

/**
 * Agreement with GS1's own Syntax Engine (github.com/gs1/gs1-syntax-engine): its unit tests are read out of its C source
 * and put to our functions. GS1_SYNTAX_ENGINE names a folder with that repository's files (`src/c-lib/…`). Our own tests
 * beside this one cover the same rules without it.
 */
const folder = process.env.GS1_SYNTAX_ENGINE ?? ''
const source = (path: string) => readFileSync(join(folder, 'src/c-lib', path), 'utf8')

/** A C string literal, or several in a row. */
const C_STRING = /"(?:[^"\\]|\\.)*"(?:\s*"(?:[^"\\]|\\.)*")*/y

/** A literal, or the name of something else; cases whose text is put together at run time are left out. */
type Argument = string | boolean | null | { name: string }

/** Calls of `name` in C source with literal arguments, in order, comments aside; and switches set between them. */
function* calls(text: string, name: string): Generator<{ args: Argument[]; switches: ReadonlyMap<string, string> }> {
  const code = text.replace(/"(?:[^"\\\n]|\\.)*"|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, (m) => (m.startsWith('"') ? m : ' '))
  const switches = new Map<string, string>()
  const pattern = new RegExp(
    `\\b${name}\\(|gs1_encoder_set(\\w+)\\(ctx, ?(?:(\\w+), ?)?(true|false)\\)|ctx->(permit\\w+) = (true|false)`,
    'g',
  )
  for (const match of code.matchAll(pattern)) {
    if (match[1]) switches.set(match[2] ?? match[1], match[3] ?? '')
    else if (match[4]) switches.set(match[4], match[5] ?? '')
    else {
      const args = literals(code, match.index + match[0].length)
      if (args) yield { args, switches }
    }
  }
}

function isName(argument: Argument | undefined): argument is { name: string } {
  return typeof argument === 'object' && argument !== null
}

function literals(code: string, start: number): Argument[] | null {
  const args: Argument[] = []
  let at = start
  for (;;) {
    at += /^\s*/.exec(code.slice(at))?.[0].length ?? 0
    C_STRING.lastIndex = at
    const quoted = C_STRING.exec(code)
    const word = /^\w+/.exec(code.slice(at, at + 80))?.[0]
    if (quoted) {
      args.push(cText(quoted[0]))
      at += quoted[0].length
    } else if (word) {
      args.push(word === 'true' ? true : word === 'false' ? false : word === 'NULL' ? null : { name: word })
      at += word.length
    } else {
      return null
    }
    at += /^\s*/.exec(code.slice(at))?.[0].length ?? 0
    if (code[at] === ')') return args
    if (code[at] !== ',') return null
    at++
  }
}

function cText(literal: string): string {
  return [...literal.matchAll(/"((?:[^"\\]|\\.)*)"/g)]
    .map(([, inside]) =>
      (inside ?? '').replace(/\\(x[0-9A-Fa-f]{2}|[0-7]{3}|.)/g, (_, code: string) => {
        if (code.startsWith('x')) return String.fromCharCode(Number.parseInt(code.slice(1), 16))
        if (/^[0-7]{3}$/.test(code)) return String.fromCharCode(Number.parseInt(code, 8))
        return { n: '\n', t: '\t', r: '\r', '0': '\0' }[code] ?? code
      }),
    )
    .join('')
}

function outcome<T>(run: () => T): { value: T } | { fault: string } {
  try {
    return { value: run() }
  } catch (error) {
    if (error instanceof Gs1SyntaxError) return { fault: error.code }
    throw error
  }
}

/** As the engine writes elements: `^` for FNC1 in front and behind elements of open length. */
function engineString(elements: readonly Gs1Element[]): string {
  let text = ''
  let separator = true
  for (const { ai, value } of elements) {
    text += (separator ? '^' : '') + ai + value
    separator = !APPLICATION_IDENTIFIERS.get(ai)?.predefinedLength
  }
  return text
}

/** Runs every case and reports those on which the two differ, all at once. */
function agreement(name: string, cases: { title: string; agrees: boolean }[], atLeast: number): void {
  const differing = cases.filter((each) => !each.agrees).map((each) => each.title)
  console.log(`GS1 Syntax Engine, ${name}: ${cases.length - differing.length} of ${cases.length} cases agree`)
  expect(differing).toEqual([])
  expect(cases.length).toBeGreaterThanOrEqual(atLeast)
}

it('the GS1 Syntax Engine is there when it is named', () => {
  if (folder === '') console.log('NOTE GS1 Syntax Engine: its own cases were NOT tried; set GS1_SYNTAX_ENGINE')
  expect(folder === '' || existsSync(join(folder, 'src/c-lib/dl.c'))).toBe(true)
})

const suites = folder === '' ? [] : [folder]
describe.each(suites)('agreement with the GS1 Syntax Engine in %s', () => {
  const on = (switches: ReadonlyMap<string, string>, name: string) => switches.get(name) === 'true'

  it('on Digital Link URIs it parses', () => {
    const cases = []
    for (const { args, switches } of calls(source('dl.c'), 'test_parseDLuri')) {
      const [succeeds, uri, expected] = args
      if (typeof succeeds !== 'boolean' || typeof uri !== 'string') continue
      // Words such as /gtin/ left the standard with 1.3, AIs that GS1 does not know are no option of ours.
      if (on(switches, 'permitConvenienceAlphas') || on(switches, 'PermitUnknownAIs')) continue
      const acceptShortGtin = on(switches, 'PermitZeroSuppressedGTINinDLuris')
      const ours = outcome(() => engineString(elementsOf(parseDigitalLink(uri, { acceptShortGtin }))))
      cases.push({
        title: `${uri} ${JSON.stringify(ours)}`,
        agrees: succeeds ? 'value' in ours && ours.value === expected : 'fault' in ours,
      })
    }
    agreement('parsing', cases, 100)
  })

  it('on Digital Link URIs it makes of elements', () => {
    const cases = []
    for (const { args, switches } of calls(source('dl.c'), 'test_testGenerateDLuri')) {
      const [succeeds, stem, elements, expected] = args
      if (typeof succeeds !== 'boolean' || typeof elements !== 'string') continue
      if (on(switches, 'PermitUnknownAIs')) continue
      const ours = outcome(() =>
        buildDigitalLink(digitalLinkOf(parseBracketedElements(elements)), typeof stem === 'string' ? stem : undefined),
      )
      cases.push({
        title: `${elements} ${JSON.stringify(ours)}`,
        agrees: succeeds ? 'value' in ours && ours.value === expected : 'fault' in ours,
      })
    }
    agreement('building', cases, 20)
  })

  it('on percent-encoding', () => {
    const cases = []
    for (const { args } of calls(source('dl.c'), 'test_URIunescape')) {
      const [text, path, query] = args
      if (typeof text !== 'string' || args.length !== 3) continue
      cases.push({
        title: `decode ${text}`,
        agrees: decodePathValue(text) === path && decodeQueryValue(text) === query,
      })
    }
    for (const { args } of calls(source('dl.c'), 'test_URIescape')) {
      const [text, path, query] = args
      if (typeof text !== 'string' || args.length !== 3) continue
      cases.push({
        title: `encode ${text}`,
        agrees: encodePathValue(text) === path && encodeQueryValue(text) === query,
      })
    }
    agreement('percent-encoding', cases, 25)
  })

  it('on the qualifiers of each key', () => {
    const text = source('dl.c')
    const start = text.indexOf('test_dl_testValidateDLpathAIseq')
    const list = text.slice(start, text.indexOf('size_t i;', start))
    const cases = [...list.matchAll(/\{ ("[0-9", ]+") \}/g)].map((match) => {
      const [key = '', ...qualifiers] = (match[1] ?? '').replaceAll('"', '').split(', ')
      return { title: match[0], agrees: isQualifierSequence(key, qualifiers) }
    })
    agreement('qualifier sequences', cases, 35)
  })

  it('on element strings in brackets', () => {
    const cases = []
    for (const { args } of calls(source('ai.c'), 'test_parseAIdata')) {
      const [succeeds, text, expected] = args
      if (typeof succeeds !== 'boolean' || typeof text !== 'string') continue
      const ours = outcome(() => engineString(parseBracketedElements(text)))
      cases.push({
        title: `${text} ${JSON.stringify(ours)}`,
        agrees: succeeds ? 'value' in ours && ours.value === expected : 'fault' in ours,
      })
    }
    agreement('bracketed elements', cases, 25)
  })

  it('on element strings as scanned', () => {
    const cases = []
    for (const { args } of calls(source('ai.c'), 'test_processAIdata')) {
      const [succeeds, text] = args
      if (typeof succeeds !== 'boolean' || typeof text !== 'string') continue
      // The engine insists on FNC1 in front; scanners send it as a symbology identifier, so here it may be missing.
      if (!text.startsWith('^')) continue
      const ours = outcome(() => parseScannedElements(text.replaceAll('^', '\u001D')))
      cases.push({ title: `${text} ${JSON.stringify(ours)}`, agrees: succeeds === 'value' in ours })
    }
    agreement('scanned elements', cases, 60)
  })

  it('on AIs that exclude and need each other', () => {
    const cases = []
    for (const { args } of calls(source('ai.c'), 'test_validateAIs')) {
      const [succeeds, rule, text] = args
      if (typeof succeeds !== 'boolean' || !isName(rule) || typeof text !== 'string') continue
      // AIs that GS1 does not know are refused by us in any company.
      if (/\((?:89|3338)\)/.test(text)) continue
      const codes = {
        validateAIrepeats: ['different_values'],
        validateAImutex: ['excluded_pair'],
        validateAIrequisites: ['missing_pair'],
        validateDigSigRequiresSerialisedKey: ['missing_pair'],
      }[rule.name]
      const ours = outcome(() => checkAssociations(parseBracketedElements(text)))
      const fault = 'fault' in ours ? ours.fault : ''
      cases.push({ title: `${rule.name} ${text} ${fault}`, agrees: succeeds === !codes?.includes(fault) })
    }
    agreement('associations', cases, 60)
  })

  it('on the content of values, rule by rule', () => {
    const linters: Record<string, Linter> = {
      ...LINTERS,
      csetnumeric: CHARACTER_SETS.N,
      cset82: CHARACTER_SETS.X,
      cset39: CHARACTER_SETS.Y,
      cset64: CHARACTER_SETS.Z,
    }
    const cases = []
    for (const [name, linter] of Object.entries(linters)) {
      // What a register of allocated company prefixes would say is no part of the syntax.
      const text = source(`syntax/lint_${name}.c`).replace(
        /#ifdef GS1_LINTER_CUSTOM_GCP_LOOKUP(?:_H)?\s[\s\S]*?#endif/g,
        '',
      )
      for (const { args } of calls(text, 'UNIT_TEST_PASS')) {
        const given = args[1]
        if (typeof given !== 'string') continue
        cases.push({ title: `${name} takes "${given}": ${linter(given)}`, agrees: linter(given) === null })
      }
      for (const { args } of calls(text, 'UNIT_TEST_FAIL')) {
        const given = args[1]
        if (typeof given !== 'string') continue
        cases.push({ title: `${name} refuses "${given}"`, agrees: linter(given) !== null })
      }
    }
    agreement('content rules', cases, 5_000)
  })

  it('on values of real AIs', () => {
    const text = source('ai.c')
    const start = text.indexOf('void test_ai_linters(void)')
    const list = text.slice(start, text.indexOf('};\n\n\tgs1_encoder* ctx;', start))
    const cases = [...list.matchAll(/\{ "(.+)",\s+GS1_LINTER_(\w+) \}/g)].map((match) => {
      const ours = outcome(() => parseBracketedElements(match[1] ?? ''))
      return { title: `${match[0]} ${JSON.stringify(ours)}`, agrees: 'value' in ours === (match[2] === 'OK') }
    })
    agreement('values of real AIs', cases, 90)
  })

  it('on every application identifier of the GS1 Barcode Syntax Dictionary', () => {
    const theirs = new Map<string, string>()
    for (const line of source('gs1-syntax-dictionary.txt').split('\n')) {
      const row = /^([0-9-]+)\s+(?:([*?]+)\s+)?(.*?)\s*(?: # .*)?$/.exec(line)
      if (!row) continue
      const words = (row[3] ?? '').split(/\s+/)
      const format = words.filter((word) => /^\[?[NXYZ]/.test(word))
      const facts = words.filter((word) => /^(?:req=|ex=|dlpkey)/.test(word)).sort()
      expect(format.length + facts.length).toBe(words.length)
      const [first = '', last = first] = (row[1] ?? '').split('-')
      for (let ai = Number(first); ai <= Number(last); ai++) {
        const flags = (row[2] ?? '').split('').sort().join('')
        theirs.set(String(ai).padStart(first.length, '0'), [flags, ...format, ...facts].join(' '))
      }
    }
    const ours = new Map(
      [...APPLICATION_IDENTIFIERS.values()].map((ai) => {
        const flags = (ai.predefinedLength ? '*' : '') + (ai.attribute ? '?' : '')
        const format = ai.components.map(({ characters, min, max, optional, linters }) => {
          const length = characters + (min === max ? '' : '..') + max
          return [optional ? `[${length}]` : length, ...linters].join(',')
        })
        const sequences = ai.keyQualifiers?.map((sequence) => sequence.join(',')).join('|')
        const facts = [
          ...ai.needs.map((groups) => `req=${groups.map((group) => group.join('+')).join(',')}`),
          ...(ai.excludes.length > 0 ? [`ex=${ai.excludes.join(',')}`] : []),
          ...(sequences === undefined ? [] : [sequences === '' ? 'dlpkey' : `dlpkey=${sequences}`]),
        ].sort()
        return [ai.ai, [flags, ...format, ...facts].join(' ')]
      }),
    )
    const cases = [...new Set([...theirs.keys(), ...ours.keys()])].map((ai) => ({
      title: `${ai}: "${theirs.get(ai)}" is "${ours.get(ai)}"`,
      agrees: theirs.get(ai) === ours.get(ai),
    }))
    agreement('application identifiers', cases, 500)
  })
})
