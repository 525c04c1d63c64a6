import { sellingCentre } from './selling-centre'

const all = { producerId: 'a', centreId: 'all', productIds: null }
const some = { producerId: 'a', centreId: 'some', productIds: ['p', 'q'] }
const part = { producerId: 'a', productIds: ['p'], shopCentreId: null }

it('is the centre at whose shop the goods are fetched', () => {
  expect(sellingCentre([all], { ...part, shopCentreId: 'shop' })).toBe('shop')
})

it('is the centre that agreed to sell all of these products, the first of several', () => {
  expect(sellingCentre([some, all], part)).toBe('some')
  expect(sellingCentre([some], { ...part, productIds: ['p', 'r'] })).toBeNull()
  expect(sellingCentre([some, all], { ...part, productIds: ['p', 'r'] })).toBe('all')
})

it('is nobody but the producer without an agreement', () => {
  expect(sellingCentre([], part)).toBeNull()
  expect(sellingCentre([{ ...all, producerId: 'b' }], part)).toBeNull()
})
