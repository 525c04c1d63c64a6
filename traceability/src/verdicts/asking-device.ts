import { createHmac } from 'node:crypto'
import { isbot } from 'isbot'
import { BoundedCache } from '../storage/bounded-cache.ts'
import type { DeviceWindow } from '../storage/scans.ts'

/** Who asks, as far as the service may know it: no address, no cookie value, only keyed hashes of the day. */
export interface AskingDevice {
  /** The hash that is logged: by cookie, else by address and agent; null when neither is known. */
  hash: Buffer | null
  /**
   * The hash by address and agent of a device that has a cookie: its first visit may stand under it. Made when asked
   * for, which is only for units that were checked before.
   */
  firstVisitHash(): Buffer | null
  /** False for crawlers, link previews and programs: such a check is logged, and never counted. */
  person: boolean
}

export interface DeviceClues {
  /** Opaque first-party cookie value, if any. */
  cookie: string | null
  address: string | null
  agent: string | null
}

export interface DeviceHasher {
  deviceOf(clues: DeviceClues, now: Date): AskingDevice
}

/** Answers of `isbot`, whose long pattern costs more than a look-up; browsers share few agent strings. */
const machines = new BoundedCache<string, boolean>(5_000)

const DAY_MS = 86_400_000
const VIETNAM_OFFSET_MS = 7 * 3_600_000

/**
 * Makes the device hash: HMAC-SHA-256, cut to 128 bits, under a key made from the pepper and the day (+07). From one day
 * to the next the same device has another hash, so a device cannot be followed, and dropping the pepper ends all.
 * In: the pepper, 64 hex characters.
 */
export function deviceHasher(pepper: string): DeviceHasher {
  const secret = Buffer.from(pepper, 'hex')
  let day = -1
  let dayKey: Buffer = Buffer.alloc(0)

  function keyOf(now: Date): Buffer {
    const today = vietnamDayNumber(now)
    if (today !== day) {
      day = today
      dayKey = createHmac('sha256', secret).update(`device ${today}`).digest()
    }
    return dayKey
  }

  return {
    deviceOf({ cookie, address, agent }, now) {
      const key = keyOf(now)
      const byAddress = () => (address ? hashOf(key, `address ${address} ${agent ?? ''}`) : null)
      return {
        hash: cookie ? hashOf(key, `cookie ${cookie}`) : byAddress(),
        firstVisitHash: () => (cookie ? byAddress() : null),
        person: isPerson(agent, cookie !== null),
      }
    },
  }
}

function hashOf(key: Buffer, name: string): Buffer {
  return createHmac('sha256', key).update(name).digest().subarray(0, 16)
}

/** The day (+07) of a moment: in it a second check by the same device is not counted. */
export function deviceWindow(now: Date): DeviceWindow {
  const day = vietnamDayNumber(now)
  return {
    from: new Date(day * DAY_MS - VIETNAM_OFFSET_MS),
    to: new Date((day + 1) * DAY_MS - VIETNAM_OFFSET_MS),
  }
}

function vietnamDayNumber(now: Date): number {
  return Math.floor((now.getTime() + VIETNAM_OFFSET_MS) / DAY_MS)
}

function isPerson(agent: string | null, hasCookie: boolean): boolean {
  if (agent === null || agent === '') return hasCookie
  const known = machines.get(agent)
  if (known !== undefined) return !known
  const machine = isbot(agent)
  machines.set(agent, machine)
  return !machine
}
