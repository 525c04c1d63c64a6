import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { qrMatrix } from '../labels/qr-matrix.ts'
import { type FairCatalogue, fairCataloguePdf } from './fair-catalogue-pdf.ts'

const item = (no: number) => ({
  ...{ title: `Chè Shan tuyết ${no}`, producer: 'HTX Sơn Trà', badge: 'OCOP 4 sao', price: '99.000 đ', note: null },
  code: qrMatrix(`https://saolang.example/san-pham/che-${no}`),
})
const catalogue = (items: number): FairCatalogue => ({
  ...{ title: 'Hội chợ OCOP', facts: [['Thời gian', '01/12/2026']], hint: 'Quét mã.', sample: true },
  booths: [{ name: 'Gian A12', items: Array.from({ length: items }, (_, no) => item(no)) }],
})
const pagesOf = async (items: number) =>
  (await fairCataloguePdf(catalogue(items))).toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length

test('products fill pages of A4 one after another, and a catalogue without any is one page', async () => {
  expect(await pagesOf(0)).toBe(1)
  expect(await pagesOf(5)).toBe(1)
  expect(await pagesOf(30)).toBe(4)
})

test('every dark module of a code is drawn, and no light one', async () => {
  const { modules } = qrMatrix('https://saolang.example/san-pham/che-0')
  const pdf = await fairCataloguePdf(catalogue(1))
  const contents = [...pdf.toString('latin1').matchAll(/stream\n([\s\S]*?)\nendstream/g)].flatMap(([, data = '']) => {
    try {
      return [inflateSync(Buffer.from(data, 'latin1')).toString('latin1')]
    } catch {
      return []
    }
  })
  const rectangles = contents.flatMap((content) => content.match(/ re$/gm) ?? []).length
  expect(rectangles).toBe(modules.filter((module) => module === 1).length)
})
