import { AI_LENGTHS, APPLICATION_IDENTIFIERS, type ApplicationIdentifier } from './application-identifiers.ts'
import { checkElement, type Gs1Element, knownAi, MOST_ELEMENTS } from './elements.ts'
import { Gs1SyntaxError } from './gs1-syntax-error.ts'

/** FNC1 as a scanner sends it between elements (GS1 General Specifications 7.8.4): ASCII 29, group separator. */
export const GROUP_SEPARATOR = '\u001D'

/** What scanners put in front of GS1 element strings: AIM identifiers of GS1-128, DataBar, DataMatrix, QR, DotCode. */
const SYMBOLOGY_IDENTIFIER = /^\](?:C1|e[0-2]|d2|Q3|J1)/

/**
 * Reads the elements of a barcode as people write them, `(01)09506000134352(10)L1`; a bracket inside a value is `\(`.
 * Each value is checked by itself, what may stand together is not (`checkAssociations`): several barcodes may share it.
 * Throws Gs1SyntaxError that names the AI and the fault.
 */
export function parseBracketedElements(text: string): Gs1Element[] {
  const elements: Gs1Element[] = []
  let at = 0
  while (at < text.length) {
    const ai = /^\(([0-9]*)\)/.exec(text.slice(at, at + AI_LENGTHS.max + 2))
    if (!ai) throw notElements('it must be an application identifier in brackets, then its value: (01)09506000134352')
    const value = /^(?:\\\(|[^(])*/.exec(text.slice(at + ai[0].length))?.[0] ?? ''
    add(elements, ai[1] ?? '', value.replaceAll('\\(', '('))
    at += ai[0].length + value.length
  }
  if (elements.length === 0) throw notElements('it is empty')
  return elements
}

/**
 * Reads the elements of a barcode as a scanner sends them: `]d201095060001343521 0L1` without spaces, elements of open
 * length ended by a group separator (ASCII 29) or the end. A symbology identifier or a separator in front may be missing.
 * Checks and errors as `parseBracketedElements`.
 */
export function parseScannedElements(text: string): Gs1Element[] {
  const elements: Gs1Element[] = []
  let rest = text.replace(SYMBOLOGY_IDENTIFIER, '')
  if (rest.startsWith(GROUP_SEPARATOR)) rest = rest.slice(1)
  if (rest === '') throw notElements('it is empty')
  while (rest !== '') {
    const known = aiAtStart(rest)
    if (!known) throw notElements(`"${rest.slice(0, AI_LENGTHS.max)}" starts with no application identifier`)
    const [field = ''] = rest.slice(known.ai.length).split(GROUP_SEPARATOR, 1)
    const value = known.predefinedLength ? field.slice(0, known.max) : field
    add(elements, known.ai, value)
    rest = rest.slice(known.ai.length + value.length)
    if (rest.startsWith(GROUP_SEPARATOR)) rest = rest.slice(1)
  }
  return elements
}

function add(elements: Gs1Element[], ai: string, value: string): void {
  if (elements.length >= MOST_ELEMENTS) {
    throw new Gs1SyntaxError('too_much', `A barcode may carry at most ${MOST_ELEMENTS} elements`)
  }
  knownAi(ai)
  const element = { ai, value }
  checkElement(element)
  elements.push(element)
}

function aiAtStart(text: string): ApplicationIdentifier | undefined {
  for (let length = AI_LENGTHS.min; length <= AI_LENGTHS.max; length++) {
    const known = APPLICATION_IDENTIFIERS.get(text.slice(0, length))
    if (known) return known
  }
  return undefined
}

function notElements(reason: string): Gs1SyntaxError {
  return new Gs1SyntaxError('not_an_element_string', `This is no GS1 element string: ${reason}`)
}
