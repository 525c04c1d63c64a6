import { type Delivery, fromAddress, toAddress } from './delivery'

const delivery: Delivery = {
  name: 'Nguyễn Thị Hoa',
  phone: '0912345678',
  email: null,
  street: '12 Nguyễn Huệ',
  note: 'Gọi trước',
  province: { code: '82', name: 'Đồng Tháp' },
  commune: { code: '29905', name: 'Phường Sa Đéc' },
}

it('comes back from Medusa’s address as it went in', () => {
  expect(fromAddress(toAddress(delivery), null)).toEqual(delivery)
  expect(fromAddress(toAddress({ ...delivery, note: null }), 'a@example.com')).toEqual({
    ...delivery,
    note: null,
    email: 'a@example.com',
  })
})

it('is nothing until the address is whole', () => {
  expect(fromAddress(null, null)).toBeNull()
  expect(fromAddress({ ...toAddress(delivery), metadata: null }, null)).toBeNull()
  expect(fromAddress({ ...toAddress(delivery), phone: '' }, null)).toBeNull()
})
