import { DeliveryBodySchema, PlaceBodySchema, ProducersQuerySchema } from './validators'

const body = {
  name: 'Nguyễn Thị Hoa',
  phone: '0912345678',
  provinceCode: '82',
  communeCode: '29905',
  street: '12 Nguyễn Huệ',
}
const phoneOf = (phone: string) => DeliveryBodySchema.safeParse({ ...body, phone }).data?.phone

it('takes Vietnamese numbers as people write them', () => {
  for (const phone of ['0912345678', '0912 345 678', '091.234.5678', '+84 912 345 678', '84912345678']) {
    expect(phoneOf(phone)).toBe('0912345678')
  }
  for (const phone of ['912345678', '0112345678', '09123', '+1 202 555 0100', '091234567a', '']) {
    expect(phoneOf(phone)).toBeUndefined()
  }
})

it('treats an empty optional field as left out', () => {
  expect(DeliveryBodySchema.parse({ ...body, email: '', note: '  ' })).toMatchObject({
    email: undefined,
    note: undefined,
  })
})

it('trims, and refuses line breaks where a label has one line', () => {
  expect(DeliveryBodySchema.parse({ ...body, name: '  Hoa Lê ' }).name).toBe('Hoa Lê')
  expect(DeliveryBodySchema.safeParse({ ...body, street: 'a\nb' }).success).toBe(false)
})

it('takes the expected total as whole đồng only', () => {
  for (const expectedTotal of ['150000', 1.5, -1, Number.MAX_SAFE_INTEGER + 1]) {
    expect(PlaceBodySchema.safeParse({ expectedTotal }).success).toBe(false)
  }
  expect(PlaceBodySchema.safeParse({ expectedTotal: 150_000 }).success).toBe(true)
})

it('bounds the page of a list', () => {
  expect(ProducersQuerySchema.parse({})).toEqual({ page: 1 })
  expect(ProducersQuerySchema.safeParse({ page: '0' }).success).toBe(false)
  expect(ProducersQuerySchema.safeParse({ page: '1e9' }).success).toBe(false)
})
