import { type ApplicationFacts, applicationProblems } from './application-problems'

const WHOLE: ApplicationFacts = {
  legalForm: 'household',
  name: 'Hộ kinh doanh Cô Sáu',
  taxCode: '001085001234',
  registrationNumber: '',
  provinceCode: '82',
  communeCode: '29905',
  street: 'Ấp 3',
  representative: 'Nguyễn Thị Sáu',
  phone: '0912 345 678',
  email: '',
  goods: 'Bánh phồng tôm và khô cá lóc',
  bankBin: '970436',
  bankHolder: 'NGUYEN THI SAU',
  hasBankNumber: true,
  termsAgreed: true,
  privacyAgreed: true,
  papers: ['business_registration'],
}

it('finds nothing in a whole application', () => {
  expect(applicationProblems(WHOLE)).toEqual([])
})

it('names everything that an empty one lacks, in the order of the form', () => {
  const empty = applicationProblems({
    ...(Object.fromEntries(Object.keys(WHOLE).map((key) => [key, ''])) as unknown as ApplicationFacts),
    hasBankNumber: false,
    termsAgreed: false,
    privacyAgreed: false,
    papers: ['other'],
  })
  expect(empty.map(({ field }) => field)).toEqual([
    ...['legalForm', 'name', 'taxCode', 'provinceCode', 'communeCode', 'street', 'representative', 'phone', 'goods'],
    ...['bankBin', 'bankNumber', 'bankHolder', 'papers', 'terms', 'privacy'],
  ])
  expect(new Set(empty.map(({ code }) => code))).toEqual(new Set(['missing']))
})

it('asks cooperatives and companies for their own tax code and registration number', () => {
  expect(applicationProblems({ ...WHOLE, legalForm: 'cooperative' })).toEqual([
    { field: 'taxCode', code: 'not_for_legal_form' },
    { field: 'registrationNumber', code: 'missing' },
  ])
})

it('refuses a tax code with a wrong digit, a foreign number and a broken address', () => {
  expect(applicationProblems({ ...WHOLE, taxCode: '0100109107', phone: '+1 202 555 0100', email: 'sau@' })).toEqual([
    { field: 'taxCode', code: 'invalid' },
    { field: 'phone', code: 'invalid' },
    { field: 'email', code: 'invalid' },
  ])
})
