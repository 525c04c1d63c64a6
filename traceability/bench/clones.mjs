// Run it alone: node bench/clones.mjs [tune]
import { fileURLToPath } from 'node:url'
import { CLONE_SETTINGS } from '../dist/verdicts/clone-settings.js'
import { judgeUnit } from '../dist/verdicts/clone-signals.js'
import { PROVINCES, surelyApartKm } from '../dist/verdicts/provinces.js'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Simulated time begins at a midnight of Vietnam. */
const START = Date.UTC(2026, 8, 30, 17)
const PROVINCE_CODES = [...PROVINCES.keys()]

/**
 * Assumptions, all of them stated because no field data exists. `scanShare` is the share of buyers who scan what they
 * bought; it decides everything and is varied. The rest is meant to be unkind to us.
 */
export const WORLD = {
  /** Scans whose province is known, and those of them that name the carrier's gateway city instead of the place. */
  areaKnown: 0.7,
  areaWrong: 0.1,
  gateways: ['01', '48', '79'],
  /** A buyer who scans does so after this many hours on average. */
  scanDelayHours: 12,
  /** Devices of a household that scans: one, two, three, four. */
  householdDevices: [0.6, 0.25, 0.1, 0.05],
  /** A household that scanned looks again later, each time with this chance, days apart. */
  lookAgain: 0.25,
  lookAgainDays: 20,
  /** Shoppers who scan a pack on the shelf and leave it, on average, for each pack, at a scan share of 1. */
  shelfScans: 0.5,
  /** Staff who scan with their own telephones without being signed in. */
  staffScans: 0.15,
}

/** Honest populations and their share of all packs. */
export const HONEST = {
  household: { share: 0.6, scans: household },
  gift: { share: 0.15, scans: gift },
  tourist: { share: 0.1, scans: tourist },
  reseller: { share: 0.1, scans: reseller },
  'many looks (opens the pack and scans, for weeks)': { share: 0.02, scans: manyLooks },
  'shared meal (a class, a wedding, an office)': { share: 0.0295, scans: sharedMeal },
  'fair pack (shown to visitors for a day, nobody marked it)': { share: 0.0005, scans: fairPack },
}

/** Copied populations; `copies` sold packs carry one genuine code. */
export const CLONED = {
  'spread over provinces, 10 days': { areas: 34, days: 10 },
  'five provinces, 5 days': { areas: 5, days: 5 },
  'slow drip, 60 days, spread': { areas: 34, days: 60 },
  'local market, one province, 5 days': { areas: 1, days: 5 },
  'copies of a sold unit, spread, 20 days': { areas: 34, days: 20, soldBefore: true },
  'ten codes copied together, spread, 10 days': { areas: 34, days: 10, codes: 10 },
}

const SHARES = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5]
/** The share at which detection is checked against its bar; below it a code shows itself after more sold copies. */
const BAR_SHARE = 0.5
/** Sold copies at which detection is also reported, for the smaller shares. */
const SOLD = [20, 50, 100, 200]
const SEEDS = { tune: 900_000, report: 1 }
const HONEST_UNITS = 100_000
const CODES_EACH = 2_000
const DETECTION_BAR = 0.95
const FALSE_ALARM_BAR = 0.001

/**
 * Detection and false alarms of the real judgement over simulated populations, in simulated time.
 * In: which seeds (`report`, or `tune` for setting thresholds: never the same), how many. Out: rows
 * `{ name, ours, peer, ratio, bar, unit, details }`.
 */
export function benchClones({
  seeds = 'report',
  honestUnits = HONEST_UNITS,
  codesEach = CODES_EACH,
  settings = CLONE_SETTINGS,
} = {}) {
  const base = SEEDS[seeds]
  const table = SHARES.map((scanShare) => ({
    scanShare,
    honest: honestTable(base, honestUnits, { ...WORLD, scanShare }, settings),
    cloned: clonedTable(base, codesEach, { ...WORLD, scanShare }, settings),
    bySold: soldTable(base, codesEach / 5, { ...WORLD, scanShare }, settings),
  }))
  const blind = {
    scanShare: BAR_SHARE,
    areaKnown: 0,
    honest: honestTable(base, honestUnits, { ...WORLD, scanShare: BAR_SHARE, areaKnown: 0 }, settings),
    cloned: clonedTable(base, codesEach, { ...WORLD, scanShare: BAR_SHARE, areaKnown: 0 }, settings),
    bySold: soldTable(base, codesEach / 5, { ...WORLD, scanShare: BAR_SHARE, areaKnown: 0 }, settings),
  }
  const television = televisionScene(base, settings)
  const bar = table.find((row) => row.scanShare === BAR_SHARE)
  const detected = bar.cloned.all.detected
  const worst = Math.max(...table.map((row) => row.honest.all.suspect))
  return [
    {
      name: `copied codes found within 48 h of the 20th sale (${BAR_SHARE * 100} % of buyers scan)`,
      ours: round(detected * 100),
      peer: DETECTION_BAR * 100,
      ratio: round(detected / DETECTION_BAR),
      bar: 1,
      unit: '%',
      details: { world: WORLD, table, withoutAreas: blind },
    },
    {
      name: 'honest units called suspect, worst of all scan shares',
      ours: round(worst * 100),
      peer: FALSE_ALARM_BAR * 100,
      ratio: round(Math.min(100, FALSE_ALARM_BAR / Math.max(worst, 1e-9))),
      bar: 1,
      unit: '%',
    },
    {
      name: 'one code on television, 600,000 telephones: alerts that call it suspect',
      ours: television.suspectMoments,
      peer: 0,
      ratio: television.suspectMoments === 0 && television.kind === 'shown_in_public' ? 1 : 0,
      bar: 1,
      unit: 'looks',
      details: television,
    },
  ]
}

function honestTable(base, units, world, settings) {
  const table = {}
  const all = { watch: 0, suspect: 0 }
  for (const [name, { share }] of Object.entries(HONEST)) {
    // Rare populations are oversampled for their own line and weighed by their share in the whole.
    const count = Math.max(Math.round(units / 20), Math.round(units * share))
    const found = { units: count, watch: 0, suspect: 0 }
    for (const sightings of honestLives(name, base, count, world)) {
      const level = worstLevel(sightings, settings)
      if (level === 'suspect') found.suspect += 1 / count
      if (level !== 'none') found.watch += 1 / count
    }
    table[name] = found
    all.watch += share * found.watch
    all.suspect += share * found.suspect
  }
  return { ...table, all }
}

function clonedTable(base, codes, world, settings) {
  const table = {}
  const all = { detected: 0, detectedAt20Copies: 0 }
  const populations = Object.keys(CLONED)
  for (const name of populations) {
    const found = { codes: 0, detected: 0, at20: 0, detectedAt20: 0 }
    for (const { copies, life, sightings } of copiedCodes(name, base, codes, world)) {
      const hit = worstLevel(sightings, settings, life) === 'suspect' ? 1 : 0
      found.codes += 1
      found.detected += hit
      if (copies === 20) {
        found.at20 += 1
        found.detectedAt20 += hit
      }
    }
    table[name] = {
      codes: found.codes,
      detected: found.detected / found.codes,
      detectedAt20Copies: found.detectedAt20 / found.at20,
    }
    all.detected += table[name].detected / populations.length
    all.detectedAt20Copies += table[name].detectedAt20Copies / populations.length
  }
  return { ...table, all }
}

/** Share of all copied populations found 48 hours after so many copies of each code were sold. */
function soldTable(base, codes, world, settings) {
  const populations = Object.keys(CLONED)
  return SOLD.map((sold) => {
    let found = 0
    let total = 0
    for (const name of populations) {
      for (const { life, sightings } of copiedCodes(name, base, codes, world, sold)) {
        total += 1
        if (worstLevel(sightings, settings, life) === 'suspect') found += 1
      }
    }
    return { sold, detected: found / total }
  })
}

/** Counted scans of honest packs, one list a pack. */
export function* honestLives(name, base, count, world) {
  for (let i = 0; i < count; i++) {
    yield counted(HONEST[name].scans(randomOf(base + i, name, world.scanShare), world))
  }
}

/**
 * Copied codes: counted scans of all their packs until 48 hours after the 20th copy was sold. With `sold`, every code has
 * that many copies and is watched until 48 hours after the last.
 */
export function* copiedCodes(name, base, count, world, sold = null) {
  const { areas, days, soldBefore = false, codes = 1 } = CLONED[name]
  for (let i = 0; i < count; i += codes) {
    const random = randomOf(base + i, name, world.scanShare)
    // Half of the codes carry exactly 20 copies, the hardest that count; the others up to 500.
    const copies = sold ?? ((i / codes) % 2 === 0 ? 20 : Math.round(20 * 25 ** random()))
    const places = pick(random, PROVINCE_CODES, areas)
    const sales = Array.from({ length: copies * codes }, () => START + 5 * DAY + random() * days * DAY)
    sales.sort((a, b) => a - b)
    const life = soldBefore ? { ...LIFE, state: 'sold', soldAt: START + 2 * DAY } : LIFE
    for (let code = 0; code < codes; code++) {
      // Copiers of several codes mix their packs.
      const own = sales.filter((_, sale) => sale % codes === code)
      const scans = own.flatMap((sale) =>
        random() < world.scanShare ? householdScans(random, world, sale, any(random, places)) : [],
      )
      const deadline = own[(sold ?? 20) - 1] + 48 * HOUR
      const sightings = counted([...household(random, world), ...scans]).filter(({ at }) => at <= deadline)
      yield { copies, life, sightings }
    }
  }
}

const LIFE = {
  state: 'active',
  commissionedAt: null,
  soldAt: null,
  soldIn: null,
  secondSales: [],
  publicSince: null,
}

/** Highest level at any scan, as the job would see it: each scan is judged with those before it. */
export function worstLevel(sightings, settings, life = LIFE) {
  let worst = 'none'
  let { publicSince } = life
  // A unit is judged from its third counted check on.
  for (let n = 3; n <= sightings.length; n++) {
    const now = sightings[n - 1].at + 1_000
    const judged = judgeUnit(sightings.slice(Math.max(0, n - 256), n), { ...life, publicSince }, settings, now)
    publicSince = judged.publicSince
    if (judged.level === 'suspect') return 'suspect'
    if (judged.level === 'watch') worst = 'watch'
  }
  return worst
}

/** As the scan log counts: a device once a day (+07), in time order. */
function counted(scans) {
  const seen = new Set()
  return scans
    .sort((a, b) => a.at - b.at)
    .filter(({ at, device }) => {
      const key = `${device} ${Math.floor((at + 7 * HOUR) / DAY)}`
      if (seen.has(key)) return false
      seen.add(key)
      return true
    })
    .map(({ at, province }) => ({ at, province }))
}

// Honest lives of one pack. Each gives scans { at, device, province }.

function household(random, world) {
  const home = any(random, PROVINCE_CODES)
  const shelf = shelfLife(random, world, START, home)
  if (random() >= world.scanShare) return shelf.scans
  return [...shelf.scans, ...householdScans(random, world, shelf.sold, near(random, home))]
}

function gift(random, world) {
  const home = any(random, PROVINCE_CODES)
  const shelf = shelfLife(random, world, START, home)
  const giver = random() < world.scanShare ? householdScans(random, world, shelf.sold, home) : []
  const given = shelf.sold + (0.2 + random() * 7) * DAY
  const taker = random() < world.scanShare ? householdScans(random, world, given, any(random, PROVINCE_CODES)) : []
  return [...shelf.scans, ...giver, ...taker]
}

function tourist(random, world) {
  const from = any(random, PROVINCE_CODES)
  const shelf = shelfLife(random, world, START, from)
  const device = newDevice(random)
  const stops = 1 + Math.floor(random() * 4)
  const scans = []
  let at = shelf.sold
  for (let stop = 0; stop < stops; stop++) {
    const place = stop === 0 ? from : any(random, PROVINCE_CODES)
    if (random() < world.scanShare) scans.push(scan(random, world, at + random() * 10 * HOUR, device, place))
    at += (0.5 + random() * 3) * DAY
  }
  const home = any(random, PROVINCE_CODES)
  return [...shelf.scans, ...scans, ...(random() < world.scanShare ? householdScans(random, world, at, home) : [])]
}

function reseller(random, world) {
  const [first, second] = [any(random, PROVINCE_CODES), any(random, PROVINCE_CODES)]
  const shelf = shelfLife(random, world, START, first)
  const checks = random() < world.scanShare ? [scan(random, world, shelf.sold + DAY, newDevice(random), second)] : []
  const again = shelfLife(random, world, shelf.sold + 2 * DAY, second)
  const buyer = random() < world.scanShare ? householdScans(random, world, again.sold, near(random, second)) : []
  return [...shelf.scans, ...checks, ...again.scans, ...buyer]
}

function manyLooks(random, world) {
  return household(random, { ...world, lookAgain: 0.6, lookAgainDays: 6 })
}

function sharedMeal(random, world) {
  const home = any(random, PROVINCE_CODES)
  const shelf = shelfLife(random, world, START, home)
  const guests = Math.round(5 + random() * 25)
  const at = shelf.sold + random() * 10 * DAY
  const scans = []
  for (let i = 0; i < guests; i++) {
    if (random() < world.scanShare) scans.push(scan(random, world, at + random() * 2 * HOUR, newDevice(random), home))
  }
  return [...shelf.scans, ...scans]
}

function fairPack(random, world) {
  const place = any(random, PROVINCE_CODES)
  const visitors = Math.round(20 + random() * 180)
  const scans = []
  for (let i = 0; i < visitors; i++) {
    if (random() < world.scanShare)
      scans.push(scan(random, world, START + (8 + random() * 12) * HOUR, newDevice(random), place))
  }
  return scans
}

/** Time on the shelf: some shoppers and staff scan. Out: those scans and when it was sold. */
function shelfLife(random, world, start, place) {
  const days = exponential(random, 14)
  const scans = []
  const lookers = poisson(random, world.shelfScans * world.scanShare)
  for (let i = 0; i < lookers; i++)
    scans.push(scan(random, world, start + random() * days * DAY, newDevice(random), place))
  if (random() < world.staffScans)
    scans.push(scan(random, world, start + random() * days * DAY, newDevice(random), place))
  return { scans, sold: start + days * DAY }
}

/** A household that scans: its devices, soon after one another, and later looks, which are other device hashes. */
function householdScans(random, world, sold, place) {
  const scans = []
  const devices = Array.from({ length: 1 + weighted(random, world.householdDevices) }, () => newDevice(random))
  let at = sold + exponential(random, world.scanDelayHours / 24) * DAY
  for (const device of devices) scans.push(scan(random, world, at + random() * HOUR, device, place))
  while (random() < world.lookAgain) {
    at += exponential(random, world.lookAgainDays) * DAY
    scans.push(scan(random, world, at, any(random, devices), place))
  }
  return scans
}

function scan(random, world, at, device, place) {
  const known = random() < world.areaKnown
  const wrong = random() < world.areaWrong
  return { at, device, province: known ? (wrong ? any(random, world.gateways) : place) : null }
}

/** One code on television: 600,000 telephones in ten minutes all over the country, then curious people for a month. */
function televisionScene(seed, settings) {
  const random = randomOf(seed, 'television', 1)
  const world = { ...WORLD, scanShare: 1 }
  let publicSince = null
  let recent = []
  let suspectMoments = 0
  let last = null
  let looks = 0
  const look = (now) => {
    looks += 1
    recent = recent.slice(-256)
    last = judgeUnit(recent, { ...LIFE, publicSince }, settings, now)
    publicSince = last.publicSince
    if (last.level === 'suspect') suspectMoments += 1
  }
  const show = START + 12 * HOUR
  // The job looks once a second; 1,000 scans came since.
  for (let second = 0; second < 600; second++) {
    for (let i = 0; i < 1_000; i++) {
      const { at, province } = scan(random, world, show + second * 1_000 + i, 0, any(random, PROVINCE_CODES))
      recent.push({ at, province })
    }
    look(show + (second + 1) * 1_000)
  }
  for (let hour = 1; hour < 24 * 30; hour++) {
    const { at, province } = scan(random, world, show + hour * HOUR, 0, any(random, PROVINCE_CODES))
    recent.push({ at, province })
    look(at + 1)
  }
  return { scans: 600_000, looks, suspectMoments, kind: last.kind, level: last.level, sightingsKept: recent.length }
}

// Chance, repeatable.

/** mulberry32 over a hash of seed, population and parameter. */
function randomOf(seed, name, parameter) {
  let state = seed >>> 0
  for (const character of `${name} ${parameter}`) state = Math.imul(state ^ character.charCodeAt(0), 0x9e3779b1) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const any = (random, list) => list[Math.floor(random() * list.length)]
const newDevice = (random) => random()
const exponential = (random, mean) => -Math.log(1 - random()) * mean

function poisson(random, mean) {
  let count = 0
  for (let left = Math.exp(-mean), product = random(); product > left; product *= random()) count += 1
  return count
}

function weighted(random, weights) {
  let left = random()
  const found = weights.findIndex((weight) => {
    left -= weight
    return left < 0
  })
  return Math.max(0, found)
}

function pick(random, list, count) {
  const rest = [...list]
  return Array.from({ length: count }, () => rest.splice(Math.floor(random() * rest.length), 1)[0])
}

/** Home of a buyer: mostly the province of the shop, else one beside it. */
function near(random, place) {
  const neighbours = PROVINCE_CODES.filter((code) => code !== place && surelyApartKm(code, place) === 0)
  return random() < 0.8 || neighbours.length === 0 ? place : any(random, neighbours)
}

function round(value) {
  return Math.round(value * 10_000) / 10_000
}

/** Readable lines of what `benchClones` found. */
export function clonesReport(rows) {
  const { table, withoutAreas } = rows[0].details
  const percent = (value) => `${(value * 100).toFixed(2)} %`.padStart(9)
  const part = (row, title) => [
    `\n${title}`,
    '  copied codes found within 48 h of the 20th sale: all · those with exactly 20 copies',
    ...Object.entries(row.cloned).map(
      ([name, { detected, detectedAt20Copies }]) =>
        `    ${percent(detected)} · ${percent(detectedAt20Copies)}  ${name}`,
    ),
    `  48 h after so many copies: ${row.bySold.map(({ sold, detected }) => `${sold} sold${percent(detected)}`).join(', ')}`,
    '  honest units: suspect · watch or suspect',
    ...Object.entries(row.honest).map(
      ([name, { suspect, watch }]) => `    ${percent(suspect)} · ${percent(watch)}  ${name}`,
    ),
  ]
  return [
    ...table.flatMap((row) => part(row, `${row.scanShare * 100} % of buyers scan`)),
    ...part(withoutAreas, `${withoutAreas.scanShare * 100} % of buyers scan, no province known`),
  ].join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const rows = benchClones({ seeds: process.argv[2] === 'tune' ? 'tune' : 'report' })
  console.log(clonesReport(rows))
  for (const { name, ours, peer, unit, ratio } of rows)
    console.log(`${ratio >= 1 ? 'ok  ' : 'MISS'} ${name}: ${ours} (bar ${peer}) ${unit}`)
}
