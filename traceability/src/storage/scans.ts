import { type Database, inTransaction, onlyRow, type Pooler, type Reader, statement } from './database.ts'
import { uuidV7 } from './uuid-v7.ts'

/** One check of an issued unit. No address, no position: the province is kept only when somebody states it. */
export interface Scan {
  partyNo: number
  batchNo: number
  index: number
  scannedAt: Date
  verdict: string
  /** May be counted: a person asked. Whether it is counted is decided when it is written. */
  person: boolean
  /** Hash that is stored; null when the device is unknown. */
  deviceHash: Buffer | null
  /** Other hash under which the same device may have been counted today. */
  otherHash: Buffer | null
  provinceCode: string | null
  /** The unit had `TOLD_APART_UP_TO` checks when it was asked for. */
  popular?: boolean
}

/** The time in which a second check of a unit by the same device is not counted; the end is not part of it. */
export interface DeviceWindow {
  from: Date
  to: Date
}

/** Checks above this are not counted further: a code shown on television would else be one hot row for an hour. */
export const CHECKS_CAP = 100_000

/**
 * How many counted checks the asking device made of a unit in the window; run only for units that were checked before.
 * $1 party, $2 batch, $3 unit, $4 hashes of the device, $5 and $6 start and end of the window.
 */
export const OWN_CHECKS = `select count(*)::int4 as own_checks from trace.scan
   where party_no = $1 and batch_no = $2 and unit_ix = $3 and scanned_at >= $5 and scanned_at < $6
     and counted and device_hash = any ($4::bytea[])`

export async function ownChecks(
  db: Reader,
  pooler: Pooler,
  unit: { partyNo: number; batchNo: number; index: number },
  deviceHashes: Buffer[],
  window: DeviceWindow,
): Promise<number> {
  const values = [unit.partyNo, unit.batchNo, unit.index, deviceHashes, window.from, window.to]
  const result = await db.query<{ own_checks: number }>(statement(pooler, 'own_checks', OWN_CHECKS, values))
  return onlyRow(result).own_checks
}

/**
 * Above this a unit's double scans are no longer told apart: each look for one walks along its scans of the day, and with
 * a code on television that walk would be as long as the show.
 */
export const TOLD_APART_UP_TO = 1_000

/** From this counted check on a unit is judged for signs of copying; fewer show none. */
export const JUDGED_FROM_CHECKS = 3

/**
 * Writes scans, adds the counted ones to their units, one update a unit, and marks units worth a judgement: one row each,
 * however many scans, untouched while it is marked. $1 to $10 and $13 are columns of the scans,
 * $11 and $12 start and end of the window: a device already counted in it is not counted again. The window's end keeps the
 * look-up out of the partitions made ahead.
 */
export const LOG_SCANS = `with judged as (
   select i.*, i.countable and (i.popular or not exists (
         select 1 from trace.scan s
          where s.party_no = i.party_no and s.batch_no = i.batch_no and s.unit_ix = i.unit_ix
            and s.scanned_at >= $11 and s.scanned_at < $12
            and s.counted and s.device_hash in (i.device_hash, i.other_hash))) as counts
     from unnest($1::int4[], $2::int4[], $3::int4[], $4::timestamptz[], $5::uuid[], $6::text[], $7::bool[],
       $8::bytea[], $9::bytea[], $10::text[], $13::bool[])
       as i (party_no, batch_no, unit_ix, scanned_at, scan_no, verdict, countable, device_hash, other_hash,
         province_code, popular)
 ), logged as (
   insert into trace.scan
     (party_no, scanned_at, scan_no, batch_no, unit_ix, verdict, counted, device_hash, province_code)
   select party_no, scanned_at, scan_no, batch_no, unit_ix, verdict, counts, device_hash, province_code from judged
 ), counted as (
   insert into trace.unit as u (party_no, batch_no, unit_ix, status, checks, first_checked_at, last_checked_at)
   select party_no, batch_no, unit_ix, 'issued', least(count(*), ${CHECKS_CAP}), min(scanned_at), max(scanned_at)
     from judged where counts group by party_no, batch_no, unit_ix order by party_no, batch_no, unit_ix
   on conflict (party_no, batch_no, unit_ix) do update set
     checks = least(u.checks + excluded.checks, ${CHECKS_CAP}),
     first_checked_at = coalesce(u.first_checked_at, excluded.first_checked_at),
     last_checked_at = greatest(u.last_checked_at, excluded.last_checked_at)
     where u.checks < ${CHECKS_CAP}
   returning party_no, batch_no, unit_ix, checks
 )
 insert into trace.unit_signal as s (party_no, batch_no, unit_ix, due_at)
 select c.party_no, c.batch_no, c.unit_ix, now() from counted c
  where c.checks >= ${JUDGED_FROM_CHECKS}
     or (c.party_no, c.batch_no, c.unit_ix) in (
       select party_no, batch_no, unit_ix from judged where counts and verdict in ('suspect', 'void'))
  order by c.party_no, c.batch_no, c.unit_ix
 on conflict (party_no, batch_no, unit_ix) do update set due_at = excluded.due_at
  where s.shown_publicly_at is null and (s.due_at is null or s.due_at > excluded.due_at)`

/**
 * Writes scans in one transaction that does not wait for the disk: a crash may lose the last moments of statistics,
 * never of a verdict. Units are written in the order of their keys, so that two processes never wait for each other's.
 * In: scans of any parties, and the window in which a device is counted once.
 */
export async function insertScans(
  db: Database,
  pooler: Pooler,
  scans: readonly Scan[],
  window: DeviceWindow,
): Promise<void> {
  await inTransaction(db, async (client) => {
    await client.query('set local synchronous_commit = off')
    await client.query(statement(pooler, 'log_scans', LOG_SCANS, logScansValues(scans, window)))
  })
}

export function logScansValues(scans: readonly Scan[], window: DeviceWindow): unknown[] {
  const seen = new Set<string>()
  return [
    scans.map((scan) => scan.partyNo),
    scans.map((scan) => scan.batchNo),
    scans.map((scan) => scan.index),
    scans.map((scan) => scan.scannedAt.toISOString()),
    scans.map((scan) => uuidV7(scan.scannedAt.getTime())),
    scans.map((scan) => scan.verdict),
    scans.map((scan) => scan.person && isFirstOf(seen, scan)),
    scans.map((scan) => hexBytes(scan.deviceHash)),
    scans.map((scan) => hexBytes(scan.otherHash)),
    scans.map((scan) => scan.provinceCode),
    window.from,
    window.to,
    scans.map((scan) => scan.popular ?? false),
  ]
}

/** A byte string as PostgreSQL reads it from text; the driver's own way for lists of them is several times slower. */
function hexBytes(bytes: Buffer | null): string | null {
  return bytes === null ? null : `\\x${bytes.toString('hex')}`
}

/** False when an earlier scan of the same write is by the same device: the table cannot know of that one yet. */
function isFirstOf(seen: Set<string>, scan: Scan): boolean {
  const keys = [scan.deviceHash, scan.otherHash].flatMap((hash) =>
    hash ? [`${scan.batchNo} ${scan.index} ${hash.toString('latin1')}`] : [],
  )
  const first = keys.every((key) => !seen.has(key))
  if (first) for (const key of keys) seen.add(key)
  return first
}
