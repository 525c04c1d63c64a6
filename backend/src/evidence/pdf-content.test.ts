import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { readPdfContent } from './pdf-content'

const END = '\nstartxref\n9\n%%EOF\n'
const pdf = (...parts: (string | Buffer)[]) =>
  Buffer.concat([
    Buffer.from('%PDF-1.7\n'),
    ...parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)),
    Buffer.from(END),
  ])
const tree = (count: number) =>
  `2 0 obj <</Type/Pages/Kids[3 0 R 4 0 R]/Resources<</Font<<>>>>/Count ${count}>> endobj\n`
const packed = (content: string, filter = '/FlateDecode', bytes = deflateSync(content)) =>
  Buffer.concat([
    Buffer.from(`7 0 obj <</Type/ObjStm/N 2/First 10/Filter${filter}/Length ${bytes.length}>>\nstream\r\n`),
    bytes,
    Buffer.from('\nendstream endobj\n'),
  ])

describe('the pages of a PDF', () => {
  it.each([1, 7, 200, 300])('%i are counted by the root of its tree', (count) => {
    expect(readPdfContent(pdf('1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n', tree(count), tree(1)))?.pages).toBe(
      count,
    )
  })

  it('are counted where the tree is compressed', () => {
    expect(
      readPdfContent(pdf(packed(`1 0 2 40 <</Type/Catalog/Pages 2 0 R>> <</Type /Pages /Count 12 /Kids [] >>`))),
    ).toEqual({
      pages: 12,
      locked: false,
      active: false,
    })
  })

  it('are counted one by one where no node says a number', () => {
    expect(readPdfContent(pdf('3 0 obj <</Type/Page>> endobj 4 0 obj <</Type /Page >> endobj'))?.pages).toBe(2)
    expect(readPdfContent(pdf('1 0 obj <<>> endobj'))?.pages).toBe(0)
  })
})

describe('a PDF that does something', () => {
  it.each([
    '<</S/JavaScript/JS(app.alert(1))>>',
    '<</S/J#61vaScript>>',
    '<</S/Launch/F(cmd)>>',
    '<</S/Rendition/JS(x)>>',
    '<</Type/EmbeddedFile>>',
  ])('%s is told, in the open and compressed', (action) => {
    expect(readPdfContent(pdf(tree(1), `5 0 obj ${action} endobj`))?.active).toBe(true)
    expect(readPdfContent(pdf(tree(1), packed(`5 0 ${action}`)))?.active).toBe(true)
  })

  it('is not seen in the noise of a scan', () => {
    const noise = Buffer.from(Array.from({ length: 40_000 }, (_, at) => (at * 7919 + (at >> 3)) % 256))
    const scan = pdf(tree(2), '6 0 obj <</Length 40000>>\nstream\n', noise, '/JS x\nendstream endobj')
    expect(readPdfContent(scan)).toEqual({ pages: 2, locked: false, active: false })
  })
})

it('a locked PDF is told, for nobody else could read it', () => {
  expect(readPdfContent(pdf(tree(3), 'trailer <</Root 1 0 R/Encrypt 9 0 R>>'))?.locked).toBe(true)
})

it('a PDF that is cut off or packed otherwise is not taken for one', () => {
  expect(readPdfContent(pdf(tree(1)).subarray(0, 40))).toBeNull()
  expect(readPdfContent(pdf(packed('x', '/LZWDecode')))).toBeNull()
  expect(readPdfContent(pdf(packed('x', '/FlateDecode', Buffer.from('no deflate'))))).toBeNull()
  expect(readPdfContent(pdf(packed('a'.repeat(9_000_000))))).toBeNull()
})

it('whatever stands in it, the answer comes soon and without a fault', () => {
  const piece = fc.constantFrom(
    '<<',
    '>>',
    '/Type/Pages',
    '/Type/ObjStm',
    '/Count 3',
    'stream\n',
    'x',
    '#4a',
    '/Filter',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      readPdfContent(pdf(pieces.join(' ')))
    }),
  )
  const started = performance.now()
  readPdfContent(pdf(`<<${'/Type/Pages '.repeat(200_000)}`))
  expect(performance.now() - started).toBeLessThan(3_000)
})
