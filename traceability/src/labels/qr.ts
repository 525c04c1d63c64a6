import QRCode from 'qrcode'
import { unitUri } from '../identifiers/unit-uri.ts'

/** Level M survives 15 % damage; a quiet zone of 4 modules is what the standard asks for. */
const OPTIONS = { errorCorrectionLevel: 'M', margin: 4 } as const

/** Pixels a module in a PNG: 8 prints a 15 mm label at about 500 dots an inch. */
const PNG_SCALE = 8

/**
 * What stands in the QR of a unit: its URI, a Digital Link when its product has a GTIN; see `unitUri`.
 * In: the site's origin without trailing slash, a canonical code, 14 digits or null.
 */
export function scanPageUrl(storefrontUrl: string, code: string, gtin: string | null = null): string {
  return unitUri({ origin: storefrontUrl, gtin, code })
}

/** An SVG document of the QR, sized by its view box alone. */
export async function qrSvg(text: string): Promise<string> {
  return QRCode.toString(text, { ...OPTIONS, type: 'svg' })
}

/** A PNG of the QR, black on white, 8 pixels a module. */
export async function qrPng(text: string): Promise<Buffer> {
  return QRCode.toBuffer(text, { ...OPTIONS, type: 'png', scale: PNG_SCALE })
}
