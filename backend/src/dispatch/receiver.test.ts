import { hintOf, receiversOf } from './receiver'

const nobody = { query: async () => [] }
const reasonOf = async (email: string) => (await receiversOf(nobody, { email }))[0]?.reason

it('takes an address alone, and nothing that ends a header or begins another address', async () => {
  expect(await reasonOf(' nga@example.com ')).toBeNull()
  for (const wrong of [
    'nga@example.com\r\nBcc: x@example.com',
    'nga@example.com\n',
    'nga@example.com, x@example.com',
    'Nga <nga@example.com>',
    '"a b"@example.com',
    'nga@',
    'nga@localhost',
    `${'n'.repeat(250)}@example.com`,
  ]) {
    expect([wrong, await reasonOf(wrong)]).toEqual([wrong, 'address_invalid'])
  }
})

it('a buyer, customer or producer without an address has a receiver that cannot be reached', async () => {
  for (const to of [{ groupId: 'ogrp_1' }, { customerId: 'cus_1' }, { producerId: 'producer_1' }]) {
    expect((await receiversOf(nobody, to)).map(({ reason }) => reason)).toEqual(['no_address'])
  }
})

it('the hint tells an address to who knows it, and nobody else', () => {
  const at = { reason: null, suffix: '' }
  expect(hintOf({ ...at, channel: 'email', address: 'nga.tran@example.com' })).toBe('n•••@example.com')
  expect(hintOf({ ...at, channel: 'phone', address: '0912 345 678' })).toBe('•••••••678')
})
