import { contractRows } from './contracts-file'
import type { ContractView } from './read-contracts'

const contract: ContractView = {
  ...{ id: 'supc_1', centreName: 'Trung tâm', seller: null, number: '12/HĐ', signedOn: '2026-01-10', sample: false },
  ...{ retailerName: 'Siêu thị Sông Quê', retailerTaxCode: '0100109106', contactName: null, contactPhone: null },
  ...{ fromDay: '2026-01-15', toDay: '2026-12-31', note: null, state: 'active', standing: 'soon' },
  ...{ endedOn: null, endReason: null, lines: [] },
}
const line = {
  ...{ id: 'supl_1', producerId: 'prod_1', producerName: 'HTX Sơn Trà', title: 'Chè, Gói 100 g', quantity: 40 },
  ...{ per: 'month' as const, unit: 'gói', price: 99_000, delivered: 65, month: '2026-02', left: 15 },
}

it('has a row for each kind of goods, numbers as numbers, and one for a contract without any', () => {
  expect(contractRows([{ ...contract, lines: [line, { ...line, per: 'total', left: -5 }] }])).toEqual([
    [
      ...[
        '12/HĐ',
        '10/01/2026',
        'Siêu thị Sông Quê',
        '0100109106',
        'Trung tâm',
        '15/01/2026',
        '31/12/2026',
        'Sắp hết hạn',
      ],
      ...['Chè, Gói 100 g', 'HTX Sơn Trà', 40, 'gói', 'tháng', 99_000, 65, 15],
    ],
    expect.arrayContaining(['cả hợp đồng', -5]),
  ])
  const [alone] = contractRows([contract])
  expect(alone).toHaveLength(16)
  expect(alone?.slice(8)).toEqual(Array.from({ length: 8 }, () => ''))
})
