import QRCode from 'qrcode'

/** Everything the alphanumeric mode of ISO/IEC 18004 can carry, 5.5 bits a character instead of 8. */
const ALPHANUMERIC = /^[0-9A-Z $%*+\-./:]*$/

/** Level M survives 15 % damage; a quiet zone of 4 modules is what the standard asks for. */
const OPTIONS = { errorCorrectionLevel: 'M', margin: 4 } as const

/** Pixels a module in a PNG: 8 prints a 15 mm label at about 500 dots an inch. */
const PNG_SCALE = 8

/**
 * What stands in the QR of a unit: the scan page's URL, wholly in upper case where that keeps the alphanumeric mode and
 * so the smallest symbol (scheme and host ignore case, the scan page's path does too), else as it is.
 * In: the site's origin without trailing slash, a canonical code.
 */
export function scanPageUrl(storefrontUrl: string, code: string): string {
  const url = `${storefrontUrl}/q/${code}`
  const upper = url.toUpperCase()
  return ALPHANUMERIC.test(upper) ? upper : url
}

/** An SVG document of the QR, sized by its view box alone. */
export async function qrSvg(text: string): Promise<string> {
  return QRCode.toString(text, { ...OPTIONS, type: 'svg' })
}

/** A PNG of the QR, black on white, 8 pixels a module. */
export async function qrPng(text: string): Promise<Buffer> {
  return QRCode.toBuffer(text, { ...OPTIONS, type: 'png', scale: PNG_SCALE })
}
