import { describe, expect, it } from 'vitest'
import { parseBracketedElements, parseScannedElements } from './element-string.ts'
import { checkAssociations, checkElement } from './elements.ts'
import { Gs1SyntaxError } from './gs1-syntax-error.ts'
import { LINTERS, type LinterName } from './linters.ts'

const GS = '\u001D'

function faultOf(run: () => unknown): string | null {
  try {
    run()
    return null
  } catch (error) {
    if (error instanceof Gs1SyntaxError) return error.code
    throw error
  }
}

/** Right and wrong text for every content rule of the dictionary. */
const CONTENT: Record<LinterName, { right: string[]; wrong: string[] }> = {
  csum: { right: ['9506000134352', '952012345678912345'], wrong: ['9506000134353', '95060001343A2', ''] },
  csumalpha: { right: ['1987654Ad4X4bL5ttr2310c2K', '22'], wrong: ['1987654Ad4X4bL5ttr2310c2J', '2', '1 2', 'ABCXX'] },
  gcppos1: { right: ['9520', '9520A'], wrong: ['952', '95A0', ''] },
  gcppos2: { right: ['A9520', '19520B'], wrong: ['9520', '1952A'] },
  zero: { right: ['0', '000'], wrong: ['1', '01', ''] },
  nonzero: { right: ['1', '010'], wrong: ['0', '000', 'A', ''] },
  nozeroprefix: { right: ['1', '100'], wrong: ['0', '012', '1A'] },
  hasnondigit: { right: ['1A', '-'], wrong: ['123', ''] },
  hyphen: { right: ['-'], wrong: ['A', '', '-A'] },
  yesno: { right: ['0', '1'], wrong: ['2', '', '01'] },
  winding: { right: ['0', '1', '9'], wrong: ['2', '', '00'] },
  iso5218: { right: ['0', '1', '2', '9'], wrong: ['3', '', '11'] },
  importeridx: { right: ['A', 'z', '0', '-', '_'], wrong: ['=', '', 'AA'] },
  iso3166: { right: ['704', '840'], wrong: ['000', '999', '70'] },
  iso3166999: { right: ['704', '999'], wrong: ['998', ''] },
  iso3166alpha2: { right: ['VN', 'LA'], wrong: ['AA', 'vn', 'V'] },
  iso4217: { right: ['704', '978'], wrong: ['987', '70'] },
  packagetype: { right: ['BX', '1A', 'X20', '8'], wrong: ['QZ', 'bx', ''] },
  mediatype: { right: ['01', '10', '80', '99'], wrong: ['00', '11', '79', '1'] },
  yymmd0: { right: ['271231', '240229', '000229', '270200'], wrong: ['270229', '271301', '270431', '27123', '27123A'] },
  yymmdd: { right: ['271231'], wrong: ['270200', '270229', '270001'] },
  yyyymmd0: { right: ['20271231', '20000229', '20270200'], wrong: ['19000229', '20271300', '2027123'] },
  yyyymmdd: { right: ['20271231'], wrong: ['20270200', '21000229'] },
  hh: { right: ['00', '23'], wrong: ['24', '1', 'A1'] },
  mi: { right: ['00', '59'], wrong: ['60', '5'] },
  ss: { right: ['00', '59'], wrong: ['60', ''] },
  hhmi: { right: ['0000', '2359'], wrong: ['2400', '0060', '235'] },
  latitude: { right: ['0000000000', '1800000000'], wrong: ['1800000001', '180000000'] },
  longitude: { right: ['3600000000'], wrong: ['3600000001', 'A600000000'] },
  pcenc: { right: ['S%C3%A0o', 'A', ''], wrong: ['%', '%2', '%G0', 'A%2'] },
  pieceoftotal: { right: ['0102', '0202', '123456'], wrong: ['0302', '0002', '0100', '010', '01A2', ''] },
  posinseqslash: { right: ['1/3', '3/3', '9/10'], wrong: ['4/3', '0/3', '1/0', '01/3', '1', '10/9', '1/3/5'] },
  iban: {
    right: ['GB82WEST12345698765432', 'DE89370400440532013000'],
    wrong: ['GB82WEST12345698765433', 'AB12345678901234', 'FR1234', 'GB82west12345698765432', `GB${'1'.repeat(33)}`],
  },
  couponcode: {
    right: ['106141416543213500110000310123196000', '012345612345611110123', '012345612345611110123'],
    wrong: ['', 'A', '71234567890123', '012345', '01234561234560', '0123456123456115', '012345612345611110123900000'],
  },
  couponposoffer: {
    right: ['001234561234560123456', '161234567890121234560123456'],
    wrong: ['', '201234561234560123456', '07', '01123456', '0012345612345601234567', 'A'],
  },
}

describe('content rules of the GS1 Barcode Syntax Dictionary', () => {
  it.each(Object.entries(CONTENT))('%s', (name, { right, wrong }) => {
    const linter = LINTERS[name as LinterName]
    for (const text of right) expect([text, linter(text)]).toEqual([text, null])
    for (const text of wrong) expect([text, linter(text)]).toEqual([text, expect.any(String)])
  })

  it.each([
    ['second purchase by the same company', '012345612345611110123101101239'],
    ['second purchase by another company', '012345612345611110123101101230123456'],
    ['third purchase', '01234561234561111012321101230123456'],
    ['dates in order', `012345612345611110123${'3271231'}${'4270101'}`],
    ['serial number and retailer', `012345612345611110123${'50123456'}${'611234567'}`],
  ])('couponcode takes its optional field: %s', (_, text) => {
    expect(LINTERS.couponcode(text)).toBeNull()
  })

  it.each([
    ['a purchase rule above 3', '01234561234561111012314', 'additional purchase rules code'],
    ['a third purchase that ends', '0123456123456111101232', 'third purchase requirement'],
    ['an impossible date', '0123456123456111101233270230', 'expiration date'],
    ['a month 00', '0123456123456111101234270001', 'start date'],
    ['an end before the start', '01234561234561111012332701014271231', 'expires before it starts'],
    ['a retailer of length 8', '01234561234561111012368', 'retailer'],
    ['a flag above 1', '01234561234561111012390002', 'do not multiply flag'],
  ])('couponcode names what is wrong: %s', (_, text, fault) => {
    expect(LINTERS.couponcode(text)).toContain(fault)
  })
})

describe('the value of an application identifier', () => {
  it.each([
    ['10', 'LO-2026/10'],
    ['253', '9520123456788DOC'],
    ['253', '9520123456788'],
    ['423', '704418116'],
    ['3932', '704012500'],
    ['4309', '02790858483015297971'],
    ['7003', '2712312359'],
    ['7007', '271001271015'],
    ['8008', '27123123'],
    ['8008', '271231235959'],
    ['8030', 'AbC-_9'],
    ['8030', 'AA='],
  ])('(%s)%s is right', (ai, value) => {
    expect(faultOf(() => checkElement({ ai, value }))).toBeNull()
  })

  it.each([
    ['10', '', 'empty_value'],
    ['10', 'A'.repeat(21), 'wrong_length'],
    ['423', '7044', 'wrong_length'],
    ['423', '704000', 'wrong_content'],
    ['8010', '9520a', 'wrong_content'],
    ['8010', '9520_', 'wrong_content'],
    ['8030', 'A:B', 'wrong_content'],
    ['8030', 'A=', 'wrong_content'],
    ['8030', 'A====', 'wrong_content'],
    ['8008', '271231235', 'wrong_length'],
    ['89', 'A', 'unknown_ai'],
  ])('(%s)%s gives %s', (ai, value, code) => {
    expect(faultOf(() => checkElement({ ai, value }))).toBe(code)
  })
})

describe('application identifiers that stand together', () => {
  it.each([
    ['a GTIN with lot, serial and date', '(01)09506000134352(10)L(21)S(17)271231', null],
    ['a GTIN and one inside a pallet', '(01)09506000134352(02)09506000134352(37)5', 'excluded_pair'],
    ['a serial without a key', '(21)S', 'missing_pair'],
    ['two serials', '(01)09506000134352(21)S(235)T', 'excluded_pair'],
    ['contents with their count on a pallet', '(00)106141411234567897(02)09506000134352(37)5', null],
    ['contents without a count', '(00)106141411234567897(02)09506000134352', 'missing_pair'],
    ['a price by weight', '(01)09506000134352(3922)1250(3103)000500', null],
    ['a price without a weight', '(01)09506000134352(3922)1250', 'missing_pair'],
    ['two decimal places of one price', '(255)9520123456788(3901)5(3902)50', 'excluded_pair'],
    ['a potency without its lot', '(01)09506000134352(7004)12', 'missing_pair'],
    ['a potency with its lot', '(01)09506000134352(10)L(7004)12', null],
    ['a signature of a document without serial', '(253)9520123456788(8030)AbC', 'missing_pair'],
    ['a signature of a document with serial', '(253)9520123456788X(8030)AbC', null],
    ['one lot twice', '(01)09506000134352(10)L(10)L', null],
    ['two lots', '(01)09506000134352(10)L(10)M', 'different_values'],
  ])('%s', (_, text, code) => {
    expect(faultOf(() => checkAssociations(parseBracketedElements(text)))).toBe(code)
  })
})

describe('an element string', () => {
  const elements = [
    { ai: '01', value: '09506000134352' },
    { ai: '10', value: 'L(1' },
    { ai: '17', value: '271231' },
  ]

  it('is read with brackets, and with a bracket inside a value escaped', () => {
    expect(parseBracketedElements('(01)09506000134352(10)L\\(1(17)271231')).toEqual(elements)
  })

  it.each(['', `${GS}`, ']C1', ']d2', ']Q3', ']e0', ']J1'])('is read as a scanner sends it, behind %j', (start) => {
    expect(parseScannedElements(`${start}010950600013435210L(1${GS}17271231`)).toEqual(elements)
    expect(parseScannedElements(`${start}0109506000134352${GS}10L(1${GS}17271231${GS}`)).toEqual(elements)
  })

  it.each(['', '01', '(01', '(01)', '()1', '(1)23', '(12345)1', '(1A)23', 'x(01)09506000134352', '(89)A', '(10)A^'])(
    'in brackets is refused: %j',
    (text) => {
      expect(faultOf(() => parseBracketedElements(text))).not.toBeNull()
    },
  )

  it.each(['', GS, '891234', `${GS}${GS}10A`, '0109506000134353', '01095060001343', `10${GS}17271231`, '1'])(
    'as scanned is refused: %j',
    (text) => {
      expect(faultOf(() => parseScannedElements(text))).not.toBeNull()
    },
  )

  it('has at most 64 elements', () => {
    expect(parseBracketedElements('(99)A'.repeat(64))).toHaveLength(64)
    expect(faultOf(() => parseBracketedElements('(99)A'.repeat(65)))).toBe('too_much')
  })
})
