import sharp from 'sharp'
import { expect, test } from 'vitest'
import { photoPagesPdf } from './photo-pages-pdf.ts'

const photo = async (width: number, height: number) => ({
  image: await sharp({ create: { width, height, channels: 3, background: '#7a5' } })
    .jpeg()
    .toBuffer(),
  ...{ width, height },
})

test('every photo is a page of A4 that stands or lies as the photo does', async () => {
  const pdf = (await photoPagesPdf([await photo(300, 400), await photo(400, 300)], 'Giấy phép')).toString('latin1')
  expect([...pdf.matchAll(/\/MediaBox \[([^\]]+)\]/g)].map(([, box]) => box)).toEqual([
    '0 0 595.28 841.89',
    '0 0 841.89 595.28',
  ])
  expect(pdf.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(2)
})

test('a photo keeps its own bytes', async () => {
  const page = await photo(300, 400)
  expect((await photoPagesPdf([page], 'x')).includes(page.image)).toBe(true)
})
