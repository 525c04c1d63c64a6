import { PersonalKeys, SealError } from '../personal-data/sealed-field'
import { openBankNumber } from './bank-accounts'

it('opens a sealed account number for its owner alone', () => {
  const keys = new PersonalKeys(['ab'.repeat(32)])
  const sealed = keys.seal('1903123456789', { producerId: 'producer_1', subject: 'bank_account', field: 'number' })
  expect(openBankNumber('producer_1', sealed, keys)).toBe('1903123456789')
  expect(() => openBankNumber('producer_2', sealed, keys)).toThrow(SealError)
})
