import sharp from 'sharp'
import { isApiError } from '../http/api-error'
import { PaperFiles } from './paper-files'
import { PAPER_LIMITS } from './paper-limits'

const photo = (width: number, height: number, more: { orientation?: number } = {}) => {
  const image = sharp({ create: { width, height, channels: 3, background: '#eee' } })
  return (more.orientation ? image.withMetadata({ orientation: more.orientation }) : image).jpeg().toBuffer()
}
const pdf = (pages: number, size = 0) =>
  Buffer.from(
    `%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[]/Count ${pages}>> endobj\n%${'x'.repeat(size)}\nstartxref\n9\n%%EOF\n`,
  )
const boxes = (bytes: Buffer) =>
  [...bytes.toString('latin1').matchAll(/\/MediaBox \[0 0 (\S+) (\S+)\]/g)].map(([, w, h]) => [Number(w), Number(h)])

async function refusal(...files: [Buffer, string][]): Promise<unknown> {
  const taken = new PaperFiles()
  try {
    for (const [bytes, name] of files) await taken.add(bytes, name)
  } catch (error) {
    if (isApiError(error)) return [error.code, error.extra.details]
    throw error
  }
  throw new Error('they were taken')
}

describe('the file of a paper', () => {
  it('photos become one PDF, upright, a page of A4 each, in their order', async () => {
    const files = new PaperFiles()
    // As phones write a page held upright: lying pixels, and a note to turn them.
    await files.add(await photo(1600, 1200, { orientation: 6 }), 'IMG_1.jpg')
    await files.add(await photo(1600, 1200), 'IMG_2.jpg')
    const made = await files.toPdf('Giấy chứng nhận')
    expect(made).toMatchObject({
      pages: 2,
      mediaType: 'application/pdf',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(boxes(made?.bytes ?? Buffer.alloc(0))).toEqual([
      [595.28, 841.89],
      [841.89, 595.28],
    ])
  })

  it('a photo is kept large enough to read and without what the camera noted', async () => {
    const files = new PaperFiles()
    await files.add(await photo(6000, 8000, { orientation: 1 }), 'x.jpg')
    const bytes = (await files.toPdf('x'))?.bytes ?? Buffer.alloc(0)
    const text = bytes.toString('latin1')
    const [, width, height] = /\/Width (\d+)\n\/Height (\d+)/.exec(text) ?? []
    expect([Number(width), Number(height)]).toEqual([1500, 2000])
    expect(text).not.toContain('Exif')
  })

  it('a PDF is kept as it is', async () => {
    const files = new PaperFiles()
    await files.add(pdf(200), 'ho-so.pdf')
    expect(await files.toPdf('x')).toMatchObject({ pages: 200, bytes: pdf(200) })
  })

  it('a 300-page scan is refused, by name', async () => {
    expect(await refusal([pdf(300), 'C:\\quet\\ca-bo.pdf'])).toEqual(['paper_pages_many', { file: 'ca-bo.pdf' }])
    expect(await refusal([pdf(PAPER_LIMITS.pages + 1), 'a.pdf'])).toEqual(['paper_pages_many', { file: 'a.pdf' }])
  })

  it('is judged by its content, whatever its name says', async () => {
    const jpeg = await photo(300, 400)
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(64)])
    expect(await refusal([Buffer.from('MZ\x90\x00program'), 'giay-phep.pdf'])).toEqual([
      'file_kind',
      { file: 'giay-phep.pdf' },
    ])
    expect(await refusal([jpeg, '1.jpg'], [heic, 'IMG_2.HEIC'])).toEqual(['photo_heic', { file: 'IMG_2.HEIC' }])
    expect(await refusal([jpeg.subarray(0, 200), 'nua.jpg'])).toEqual(['photo_damaged', { file: 'nua.jpg' }])
    expect(await refusal([pdf(1).subarray(0, 60), 'cut.pdf'])).toEqual(['document_damaged', { file: 'cut.pdf' }])
    expect(await refusal([pdf(0), 'no-pages.pdf'])).toEqual(['document_damaged', { file: 'no-pages.pdf' }])
    expect(await refusal([Buffer.alloc(0), 'rong.jpg'])).toEqual(['paper_file_missing', { file: 'rong.jpg' }])
    const files = new PaperFiles()
    await files.add(jpeg, 'thuc-ra-la-anh.pdf')
    expect(await files.toPdf('x')).toMatchObject({ pages: 1 })
  })

  it('is one PDF or photos, not both, and no more than 20 photos', async () => {
    const jpeg = await photo(30, 40)
    expect(await refusal([pdf(1), 'a.pdf'], [jpeg, 'b.jpg'])).toEqual(['paper_mixed', { file: 'b.jpg' }])
    expect(await refusal([jpeg, 'b.jpg'], [pdf(1), 'a.pdf'])).toEqual(['paper_mixed', { file: 'a.pdf' }])
    expect(await refusal([pdf(1), 'a.pdf'], [pdf(1), 'b.pdf'])).toEqual(['paper_mixed', { file: 'b.pdf' }])
    const many = Array.from({ length: 21 }, (_, at): [Buffer, string] => [jpeg, `${at + 1}.jpg`])
    expect(await refusal(...many)).toEqual(['paper_photos_many', { file: '21.jpg' }])
  })

  it('nothing sent is no file', async () => {
    expect(await new PaperFiles().toPdf('x')).toBeNull()
  })
})
