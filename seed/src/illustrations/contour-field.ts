import { seededRandom } from '../seeded-random.ts'
import { mix } from './colour.ts'

/** Drawing area of every illustration, 4:3. */
export const CANVAS = { width: 1280, height: 960 } as const

export type FieldSector = 'food' | 'drink' | 'herbal' | 'craft' | 'ornamental' | 'tourism'

type Field = (colour: string, random: () => number) => string

/**
 * The ground a product stands on: contour lines tell the sector, colours come from the product, `key` moves the lines a
 * little so that no two fields are alike. Out: an SVG fragment for the whole canvas.
 */
export function contourField(sector: FieldSector, colour: string, key: string): string {
  const sky = `<defs><linearGradient id="sky" x1="0" y1="0" x2="0.25" y2="1">
    <stop offset="0" stop-color="${mix(colour, '#fffdf8', 0.62)}"/><stop offset="1" stop-color="${mix(colour, '#fffdf8', 0.18)}"/>
    </linearGradient></defs><rect width="1280" height="960" fill="url(#sky)"/>`
  return sky + FIELDS[sector](colour, seededRandom(`field:${key}`))
}

const FIELDS: Record<FieldSector, Field> = {
  food: terraces,
  drink: ripples,
  herbal: leafVeins,
  craft: weave,
  ornamental: petals,
  tourism: ridges,
}

/** Terraced paddies: bands that follow the slope, darker towards the viewer. */
function terraces(colour: string, random: () => number): string {
  const phase = random() * 6
  const tilt = (random() - 0.5) * 90
  let out = ''
  for (let band = 0; band < 8; band++) {
    const base = 455 + band * 66 + band * band * 1.2
    const swell = 26 - band * 1.2
    const edge = wave(
      (x) =>
        base +
        tilt * (x / 1280 - 0.5) +
        swell * Math.sin(x / 210 + phase + band * 0.55) +
        11 * Math.sin(x / 83 + phase * 2 - band),
    )
    out += `<path d="${edge} L1280 960 L0 960Z" fill="${mix(mix(colour, '#fffdf8', 0.3), mix(colour, '#3b2a12', 0.16), band / 8)}" fill-opacity="0.55"/>`
    out += `<path d="${edge}" fill="none" stroke="#fffdf8" stroke-opacity="${0.75 - band * 0.045}" stroke-width="${2.6 + band * 0.28}"/>`
  }
  return out
}

/** Ripples in a jar or a spring: ellipses around one point. */
function ripples(colour: string, random: () => number): string {
  const x = 640 + (random() - 0.5) * 240
  const y = 735 + random() * 40
  let out = ''
  for (let ring = 11; ring >= 1; ring--) {
    const rx = ring * 86 + ring * ring * 3.2
    const ry = rx * 0.44
    out += `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}" fill="${mix(colour, '#2b3a4a', 0.03 + (11 - ring) * 0.012)}" fill-opacity="0.13"/>`
    out += `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}" fill="none" stroke="#fffdf8" stroke-opacity="${n(0.72 - ring * 0.035)}" stroke-width="${n(3.4 - ring * 0.12)}"/>`
  }
  return out
}

/** The veins of one great leaf. */
function leafVeins(colour: string, random: () => number): string {
  const lift = random() * 80
  const rib = `M-40 ${n(940 - lift * 0.3)} C 360 ${n(900 - lift)}, 820 ${n(700 - lift)}, 1330 ${n(330 - lift)}`
  let out = `<path d="${rib} L1330 960 L-40 960Z" fill="${mix(colour, '#12351f', 0.14)}" fill-opacity="0.3"/>`
  out += `<path d="${rib}" fill="none" stroke="#fffdf8" stroke-opacity="0.8" stroke-width="5"/>`
  for (let vein = 0; vein < 13; vein++) {
    const t = 0.04 + vein * 0.076
    const px = -40 * (1 - t) ** 3 + 3 * 360 * (1 - t) ** 2 * t + 3 * 820 * (1 - t) * t ** 2 + 1330 * t ** 3
    const py =
      (940 - lift * 0.3) * (1 - t) ** 3 +
      3 * (900 - lift) * (1 - t) ** 2 * t +
      3 * (700 - lift) * (1 - t) * t ** 2 +
      (330 - lift) * t ** 3
    const reach = 470 * (0.45 + Math.sin(Math.PI * Math.min(1, t + 0.08)) * 0.7)
    const up = `M${n(px)} ${n(py)} q ${n(reach * 0.18)} ${n(-reach * 0.62)} ${n(reach * 0.62)} ${n(-reach)}`
    const down = `M${n(px)} ${n(py)} q ${n(reach * 0.5)} ${n(reach * 0.05)} ${n(reach * 0.95)} ${n(reach * 0.62)}`
    for (const d of [up, down])
      out += `<path d="${d}" fill="none" stroke="#fffdf8" stroke-opacity="0.5" stroke-width="3"/>`
  }
  return out
}

/** Split bamboo under and over. */
function weave(colour: string, random: () => number): string {
  const size = 92
  const shift = Math.floor(random() * size)
  const over = mix(colour, '#fffdf8', 0.2)
  const under = mix(colour, '#3b2a12', 0.2)
  let out =
    '<defs><linearGradient id="fade" x1="0" y1="0" x2="0" y2="1"><stop offset="0.3" stop-color="#000"/><stop offset="0.75" stop-color="#fff"/></linearGradient><mask id="down"><rect width="1280" height="960" fill="url(#fade)"/></mask></defs><g mask="url(#down)">'
  for (let row = 0; row * size < 1080; row++) {
    for (let column = -1; column * size < 1400; column++) {
      const flat = (row + column) % 2 === 0
      const x = column * size - shift / 2
      const y = row * size - shift
      const w = flat ? size + 22 : size * 0.74
      const h = flat ? size * 0.74 : size + 22
      out += `<rect x="${n(x + (size - w) / 2)}" y="${n(y + (size - h) / 2)}" width="${n(w)}" height="${n(h)}" rx="12" fill="${flat ? over : under}" fill-opacity="${flat ? 0.6 : 0.3}" stroke="#fffdf8" stroke-opacity="0.55" stroke-width="2"/>`
    }
  }
  return `${out}</g>`
}

/** Petals opening from below the frame. */
function petals(colour: string, random: () => number): string {
  const turn = random() * 12
  let out = ''
  for (let ring = 5; ring >= 1; ring--) {
    for (let petal = 0; petal < 12; petal++) {
      const length = 190 + ring * 118
      out += `<path transform="rotate(${n(petal * 30 + turn + (ring % 2) * 15)} 640 860)" d="M640 860 C ${n(640 - length * 0.3)} ${n(860 - length * 0.55)}, ${n(640 - length * 0.12)} ${n(860 - length * 0.9)}, 640 ${n(860 - length)} C ${n(640 + length * 0.12)} ${n(860 - length * 0.9)}, ${n(640 + length * 0.3)} ${n(860 - length * 0.55)}, 640 860Z" fill="${mix(colour, '#fffdf8', ring * 0.1)}" fill-opacity="0.35" stroke="#fffdf8" stroke-opacity="0.55" stroke-width="2.5"/>`
    }
  }
  return out
}

/** Ridges behind ridges, paler with distance. */
function ridges(colour: string, random: () => number): string {
  let out = ''
  for (let ridge = 0; ridge < 6; ridge++) {
    const base = 400 + ridge * 96
    const phase = random() * 9
    const height = 120 - ridge * 13
    const edge = wave(
      (x) =>
        base - height * Math.abs(Math.sin(x / (190 + ridge * 24) + phase)) ** 1.4 - 22 * Math.sin(x / 71 + phase * 2),
      16,
    )
    out += `<path d="${edge} L1280 960 L0 960Z" fill="${mix(mix(colour, '#fffdf8', 0.34), mix(colour, '#16382c', 0.34), ridge / 6)}" fill-opacity="0.7"/>`
    out += `<path d="${edge}" fill="none" stroke="#fffdf8" stroke-opacity="${n(0.6 - ridge * 0.05)}" stroke-width="2.5"/>`
  }
  return out
}

function wave(height: (x: number) => number, step = 32): string {
  let d = ''
  for (let x = 0; x <= 1280; x += step) d += `${x === 0 ? 'M' : 'L'}${x} ${n(height(x))}`
  return d
}

function n(value: number): string {
  return value.toFixed(1)
}
