import { stateByParcels } from './follow-parcels'

it('takes an order as far as the last of its parcels', () => {
  expect(stateByParcels({ parcels: ['packed'], complete: true })).toBe('packed')
  expect(stateByParcels({ parcels: ['shipped', 'packed'], complete: true })).toBe('packed')
  expect(stateByParcels({ parcels: ['delivered', 'shipped'], complete: true })).toBe('shipped')
  expect(stateByParcels({ parcels: ['delivered', 'delivered'], complete: true })).toBe('delivered')
})

it('keeps an order confirmed while something is not packed', () => {
  expect(stateByParcels({ parcels: ['delivered'], complete: false })).toBe('confirmed')
  expect(stateByParcels({ parcels: ['packing'], complete: true })).toBe('confirmed')
  expect(stateByParcels({ parcels: ['unpacked'], complete: true })).toBe('confirmed')
})

it('calls an order refused only when no parcel of it was taken', () => {
  expect(stateByParcels({ parcels: ['refused'], complete: true })).toBe('refused')
  expect(stateByParcels({ parcels: ['refused', 'delivered'], complete: true })).toBe('delivered')
  expect(stateByParcels({ parcels: ['refused', 'shipped'], complete: true })).toBe('shipped')
})
