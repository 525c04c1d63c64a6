import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadData } from '../data/load-data.ts'
import { folderStore } from './file-store.ts'
import { productDrawings } from './product-drawings.ts'
import { type Drawing, renderPicture } from './render.ts'

const [drawing] = productDrawings(loadData()) as [Drawing]
let dir: string
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'sao-lang-pictures-'))
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

describe('pictures', () => {
  it('come in three widths and two formats, 4:3, and are not made twice', async () => {
    const store = folderStore(dir)
    const first = await renderPicture(store, drawing)
    expect(first.made).toBe(6)
    expect(first.picture).toMatchObject({ width: 1280, height: 960, alt: 'Tranh minh hoạ Thịt Dê núi Thổ Bình' })
    for (const variant of first.picture.variants) {
      const { width, height, format } = await sharp(join(dir, variant.path)).metadata()
      expect({ width, height }).toEqual({ width: variant.width, height: variant.width * 0.75 })
      expect(format).toBe(variant.format === 'avif' ? 'heif' : 'webp')
    }
    const again = await renderPicture(store, drawing)
    expect(again).toEqual({ picture: first.picture, made: 0 })
    expect(readdirSync(join(dir, 'san-pham'))).toHaveLength(6)
  })

  it('are the same bytes for the same data', async () => {
    const other = mkdtempSync(join(tmpdir(), 'sao-lang-pictures-'))
    try {
      const { picture } = await renderPicture(folderStore(other), drawing)
      for (const { path } of picture.variants) {
        expect(readFileSync(join(other, path)).equals(readFileSync(join(dir, path)))).toBe(true)
      }
    } finally {
      rmSync(other, { recursive: true, force: true })
    }
  })

  it('take the place of an empty file that a full disk left', async () => {
    const store = folderStore(dir)
    const { picture } = await renderPicture(store, drawing)
    const [variant] = picture.variants
    await store.put(variant?.path ?? '', Buffer.alloc(0), 'image/avif')
    expect((await renderPicture(store, drawing)).made).toBe(1)
  })

  it('are drawn for every product, each unlike the others', () => {
    const drawings = productDrawings(loadData())
    expect(drawings).toHaveLength(82)
    expect(new Set(drawings.map((each) => each.svg)).size).toBe(82)
  })
})
