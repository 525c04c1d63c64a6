import PDFDocument from 'pdfkit'

/** A photo of a page, upright, as JPEG. */
export interface PagePhoto {
  image: Buffer
  /** In pixels. */
  width: number
  height: number
}

/** A4, in points. */
const SHORT = 595.28
const LONG = 841.89
/** What printers cannot reach. */
const MARGIN = 14

/**
 * Photos of a paper as one PDF: a page of A4 each, lying when the photo lies, the photo whole and as large as it goes. Photos
 * keep their own pixels; nothing is compressed a second time. Throws when a photo is no JPEG.
 */
export async function photoPagesPdf(photos: readonly PagePhoto[], title: string): Promise<Buffer> {
  const document = new PDFDocument({ autoFirstPage: false, lang: 'vi', info: { Title: title } })
  const chunks: Buffer[] = []
  const whole = new Promise<Buffer>((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk))
    document.on('end', () => resolve(Buffer.concat(chunks)))
    document.on('error', reject)
  })
  for (const { image, width, height } of photos) {
    const [across, down] = width > height ? [LONG, SHORT] : [SHORT, LONG]
    document.addPage({ size: [across, down], margin: 0 })
    document.image(image, MARGIN, MARGIN, {
      fit: [across - 2 * MARGIN, down - 2 * MARGIN],
      align: 'center',
      valign: 'center',
    })
  }
  document.end()
  return await whole
}
