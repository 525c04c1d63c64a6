import type { Picture } from '@sao-lang/traceability/verify'
import { expect, test } from 'vitest'
import { listPicture } from './product-listing.ts'

const picture = (widths: number[], formats: ('avif' | 'webp')[] = ['avif', 'webp']): Picture => ({
  alt: 'Hình minh hoạ',
  width: 1280,
  height: 960,
  variants: widths.flatMap((width) =>
    formats.map((format) => ({ path: `san-pham/x-${width}.${format}`, format, width })),
  ),
})

test('a list is sent no picture wider than it can show', () => {
  const shown = listPicture(picture([320, 640, 960, 1280]))
  expect(shown?.avif.map((variant) => variant.width)).toEqual([320, 640])
  expect(shown?.src).toBe('san-pham/x-640.webp')
})

test('a picture that is large only is shown all the same', () => {
  expect(listPicture(picture([1280]))?.src).toBe('san-pham/x-1280.webp')
})

test('without WebP the widest of the rest stands in', () => {
  expect(listPicture(picture([320, 640], ['avif']))?.src).toBe('san-pham/x-640.avif')
})

test('a picture without files is none', () => {
  expect(listPicture(picture([]))).toBeNull()
})
