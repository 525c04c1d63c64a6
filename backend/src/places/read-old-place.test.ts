import { bareName, readOldPlace } from './read-old-place'

const districts = new Map([
  ['d1', 'Huyện Na Hang'],
  ['d2', 'Huyện Yên Sơn'],
])
const places = [
  { name: 'Xã Hồng Thái', parentCode: 'd1', targets: ['00691'] },
  { name: 'Xã Thắng Lợi', parentCode: 'd1', targets: ['00700'] },
  { name: 'Xã Thắng Lợi', parentCode: 'd2', targets: ['00800'] },
  { name: 'Phường 1', parentCode: 'd2', targets: ['00900', '00901'] },
]
const read = (address: string) => readOldPlace(address, places, districts)

it('finds the commune of an old address, however it is written', () => {
  for (const address of [
    'xã Hồng Thái, huyện Na Hang',
    'X. Hồng  Thái; H.Na Hang; tỉnh Tuyên Quang',
    'hong thai',
    '12 Lê Lợi, xã Hồng Thái, huyện Na Hang',
  ]) {
    expect(read(address)).toEqual(['00691'])
  }
})

it('lets the district decide between places of one name', () => {
  expect(read('xã Thắng Lợi, huyện Yên Sơn')).toEqual(['00800'])
  expect(read('xã Thắng Lợi')).toEqual(['00700', '00800'])
})

it('answers every commune that took part of a split place, and none for a name nobody bore', () => {
  expect(read('Phường 1, huyện Yên Sơn')).toEqual(['00900', '00901'])
  expect(read('12 Hồng Thái Đông')).toEqual([])
  expect(read('')).toEqual([])
})

it('takes the kind off a name, not part of the name', () => {
  expect(['Xã Hồng Thái', 'TP. Sa Đéc', 'Huyện Huyện', 'Xanh', 'Phường 1'].map(bareName)).toEqual([
    'hong thai',
    'sa dec',
    'huyen',
    'xanh',
    '1',
  ])
})
