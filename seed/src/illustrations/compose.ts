import { createRequire } from 'node:module'
import { z } from 'zod'
import { seededRandom } from '../seeded-random.ts'
import { mix } from './colour.ts'
import { contourField, type FieldSector } from './contour-field.ts'
import { OWN_ART } from './own-art.ts'

/** One product's picture as the data describes it. `heroColours` swaps colours of the hero icon, from → to. */
export interface Illustration {
  colour: string
  hero: string
  heroColours?: Record<string, string> | undefined
  /** Two things it comes from or is made with. */
  companions: [string, string]
}

const require = createRequire(import.meta.url)
const iconSet = z
  .object({ icons: z.record(z.string(), z.object({ body: z.string() })) })
  .parse(require('@iconify-json/fluent-emoji-flat/icons.json'))

/** SVG body of a thing: an icon of Fluent Emoji Flat, or `own:<name>` of our own drawings. Throws when there is none. */
export function artOf(name: string): string {
  const body = name.startsWith('own:') ? OWN_ART[name.slice(4)] : iconSet.icons[name]?.body
  if (body === undefined) throw new Error(`there is no drawing called "${name}"`)
  return body
}

/** The product alone on its field. Out: a whole SVG document, 1280 × 960. */
export function heroPicture(sector: FieldSector, illustration: Illustration, key: string): string {
  const { colour, hero, heroColours } = illustration
  const size = 490
  const x = 640 - size / 2
  const y = 462 - size / 2
  return document(
    contourField(sector, colour, key) +
      halo(640, 455, 430) +
      shadow(640, y + size * 0.985, size * 0.36, colour) +
      thing(recoloured(artOf(hero), heroColours), x, y, size, 0),
  )
}

/**
 * Wrapping paper of the product: itself and what it comes from, in staggered rows. Out: a whole SVG document, 1280 × 960.
 */
export function wrappingPicture(illustration: Illustration, key: string): string {
  const { colour, hero, heroColours, companions } = illustration
  const random = seededRandom(`wrapping:${key}`)
  const step = { x: 256, y: 204 }
  const paper = `<rect width="1280" height="960" fill="${mix(colour, '#fffdf8', 0.66)}"/>`
  let stripes = ''
  let things = ''
  for (let row = -1; row < 6; row++) {
    const y = row * step.y + 70
    stripes += `<path d="M0 ${y + 96} q 160 -26 320 0 t 320 0 t 320 0 t 320 0" fill="none" stroke="${mix(colour, '#fffdf8', 0.35)}" stroke-opacity="0.55" stroke-width="3"/>`
    for (let column = -1; column < 7; column++) {
      const x = column * step.x + (row % 2 === 0 ? 0 : step.x / 2)
      const turn = Math.round((random() - 0.5) * 22)
      things += `<circle cx="${x}" cy="${y}" r="88" fill="#fffdf8" fill-opacity="0.7"/>`
      things += thing(recoloured(artOf(hero), heroColours), x - 61, y - 61, 122, turn)
      const companion = companions[(row + column + 2) % 2 === 0 ? 0 : 1]
      things += thing(artOf(companion), x + step.x / 2 - 29, y - 29, 58, -turn)
    }
  }
  return document(paper + stripes + things)
}

function document(body: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="960" viewBox="0 0 1280 960">${body}</svg>`
}

function thing(body: string, x: number, y: number, size: number, turn: number): string {
  return `<g transform="rotate(${turn} ${x + size / 2} ${y + size / 2})"><svg x="${x}" y="${y}" width="${size}" height="${size}" viewBox="0 0 32 32">${body}</svg></g>`
}

function halo(x: number, y: number, radius: number): string {
  return `<defs><radialGradient id="halo"><stop offset="0" stop-color="#fffdf8" stop-opacity="0.78"/><stop offset="0.55" stop-color="#fffdf8" stop-opacity="0.34"/><stop offset="1" stop-color="#fffdf8" stop-opacity="0"/></radialGradient></defs><circle cx="${x}" cy="${y}" r="${radius}" fill="url(#halo)"/>`
}

function shadow(x: number, y: number, radius: number, colour: string): string {
  const dark = mix(colour, '#2a1c0c', 0.72)
  return `<ellipse cx="${x}" cy="${y}" rx="${radius * 1.12}" ry="${radius * 0.17}" fill="${dark}" fill-opacity="0.12"/><ellipse cx="${x}" cy="${y}" rx="${radius * 0.85}" ry="${radius * 0.11}" fill="${dark}" fill-opacity="0.2"/>`
}

function recoloured(body: string, colours: Record<string, string> | undefined): string {
  let out = body
  for (const [from, to] of Object.entries(colours ?? {})) out = out.replaceAll(from, to)
  return out
}
