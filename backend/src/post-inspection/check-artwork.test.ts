import { checkArtwork } from './check-artwork'

const tea = { product_name: 'Chè Shan tuyết', stars: 4, right: { since: '2025-01-10', until: '2028-01-09' } }
const box = { printedName: 'Chè Shan tuyết hộp 100 g', printedStars: 4, since: '2025-01-10' }

function refusal(change: Partial<typeof box>): string | null {
  try {
    checkArtwork({ ...box, ...change }, tea)
    return null
  } catch (error) {
    return (error as { code: string }).code
  }
}

it('registers artwork with the stars and the name of the recognition, first used while it is in force', () => {
  expect([refusal({}), refusal({ since: '2028-01-09' })]).toEqual([null, null])
})

it('refuses other stars, another product, and days without the star', () => {
  expect(refusal({ printedStars: 5 })).toBe('artwork_wrong_stars')
  expect(refusal({ printedName: 'Mật ong rừng' })).toBe('artwork_other_product')
  expect([refusal({ since: '2025-01-09' }), refusal({ since: '2028-01-10' })]).toEqual([
    'artwork_lapsed',
    'artwork_lapsed',
  ])
})
