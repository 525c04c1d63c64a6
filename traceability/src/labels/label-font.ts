import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'

export type Weight = 'regular' | 'bold'

const require = createRequire(import.meta.url)

/** Full TrueType files, so that every Vietnamese letter prints. */
const FILES: Readonly<Record<Weight, string>> = {
  regular: require.resolve('@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/be-vietnam-pro/700Bold/BeVietnamPro_700Bold.ttf'),
}

/** What of a font in a PDF is used here; pdfkit 0.20 has it without declaring it. */
interface EmbeddedFont {
  id: string
  ref(): PDFKit.PDFKitReference
  encode(text: string): [glyphs: string[], positions: { advanceWidth: number }[]]
}

/** Writes lines into a PDF glyph by glyph. Shaping each line anew, as pdfkit's `text` does, takes most of a label's time. */
export interface LabelFont {
  /** Makes the font known to the page that is open. */
  useOn(page: PDFKit.PDFPage): void
  /** Name in the page's resources. */
  id: string
  /** The string operand of `Tj`. Characters the font has no glyph for show its box. */
  hex(text: string): string
}

/** Embeds a font in a document; letters never used are left out of it. */
export function embedFont(doc: PDFKit.PDFDocument, weight: Weight): LabelFont {
  const font = embedded(doc, weight)
  const glyphs = new Map<string, string>()
  return {
    id: font.id,
    useOn(page) {
      const { fonts } = page as unknown as { fonts: Record<string, PDFKit.PDFKitReference> }
      fonts[font.id] ??= font.ref()
    },
    hex: (text) => `<${[...text].map((letter) => glyph(letter)).join('')}>`,
  }

  function glyph(letter: string): string {
    let known = glyphs.get(letter)
    if (known === undefined) {
      known = font.encode(letter)[0].join('')
      glyphs.set(letter, known)
    }
    return known
  }
}

const widths: Record<Weight, Map<string, number>> = { regular: new Map(), bold: new Map() }
const rulers = new Map<Weight, EmbeddedFont>()

/** Width of a line at size 1, without kerning; multiply by the size. */
export function textWidth(text: string, weight: Weight): number {
  let width = 0
  for (const letter of text) width += widths[weight].get(letter) ?? measured(letter, weight)
  return width
}

function measured(letter: string, weight: Weight): number {
  const ruler = rulers.get(weight) ?? embedded(new PDFDocument({ autoFirstPage: false }), weight)
  rulers.set(weight, ruler)
  const width = ruler.encode(letter)[1].reduce((sum, { advanceWidth }) => sum + advanceWidth, 0) / 1_000
  // Names come from outside: letters are few, but not so few that all may be kept for ever.
  if (widths[weight].size < 5_000) widths[weight].set(letter, width)
  return width
}

function embedded(doc: PDFKit.PDFDocument, weight: Weight): EmbeddedFont {
  const { _font } = doc.font(FILES[weight]) as unknown as { _font: EmbeddedFont }
  return _font
}
