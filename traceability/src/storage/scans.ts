import { type Database, inTransaction } from './database.ts'
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
}

/** Checks above this are not counted further: a code shown on television would else be one hot row for an hour. */
export const CHECKS_CAP = 100_000

/**
 * Writes scans of one party ($1) and adds the counted ones to their units, one update a unit.
 * $11 is the start of the day (+07) of the oldest scan; a device already counted since then is not counted again,
 * neither against the table nor within the statement.
 */
export const LOG_SCANS = `with incoming as (
   select * from unnest($2::int4[], $3::int4[], $4::timestamptz[], $5::uuid[], $6::text[], $7::bool[], $8::bytea[],
     $9::bytea[], $10::text[])
     as i (batch_no, unit_ix, scanned_at, scan_no, verdict, person, device_hash, other_hash, province_code)
 ), judged as (
   select i.*, i.person
       and row_number() over (
         partition by i.batch_no, i.unit_ix, i.person, coalesce(i.device_hash, i.scan_no::text::bytea)
         order by i.scanned_at, i.scan_no) = 1
       and not exists (
         select 1 from trace.scan s
          where s.party_no = $1 and s.batch_no = i.batch_no and s.unit_ix = i.unit_ix and s.scanned_at >= $11
            and s.counted and s.device_hash in (i.device_hash, i.other_hash)) as counts
     from incoming i
 ), logged as (
   insert into trace.scan
     (party_no, scanned_at, scan_no, batch_no, unit_ix, verdict, counted, device_hash, province_code)
   select $1, scanned_at, scan_no, batch_no, unit_ix, verdict, counts, device_hash, province_code from judged
 )
 insert into trace.unit as u (party_no, batch_no, unit_ix, status, checks, first_checked_at, last_checked_at)
 select $1, batch_no, unit_ix, 'issued', least(count(*), ${CHECKS_CAP}), min(scanned_at), max(scanned_at)
   from judged where counts group by batch_no, unit_ix order by batch_no, unit_ix
 on conflict (party_no, batch_no, unit_ix) do update set
   checks = least(u.checks + excluded.checks, ${CHECKS_CAP}),
   first_checked_at = coalesce(u.first_checked_at, excluded.first_checked_at),
   last_checked_at = greatest(u.last_checked_at, excluded.last_checked_at)
   where u.checks < ${CHECKS_CAP}`

/**
 * Writes scans in one transaction that does not wait for the disk: a crash may lose the last moments of statistics,
 * never of a verdict. In: scans of any parties, and the start of the counting window for the oldest of them.
 */
export async function insertScans(db: Database, scans: readonly Scan[], windowStart: Date): Promise<void> {
  await inTransaction(db, async (client) => {
    await client.query('set local synchronous_commit = off')
    // Always in the same order, so that two processes never wait for each other's units.
    for (const [partyNo, own] of byParty(scans))
      await client.query(LOG_SCANS, logScansValues(partyNo, own, windowStart))
  })
}

export function logScansValues(partyNo: number, scans: readonly Scan[], windowStart: Date): unknown[] {
  return [
    partyNo,
    scans.map((scan) => scan.batchNo),
    scans.map((scan) => scan.index),
    scans.map((scan) => scan.scannedAt),
    scans.map((scan) => uuidV7(scan.scannedAt.getTime())),
    scans.map((scan) => scan.verdict),
    scans.map((scan) => scan.person),
    scans.map((scan) => scan.deviceHash),
    scans.map((scan) => scan.otherHash),
    scans.map((scan) => scan.provinceCode),
    windowStart,
  ]
}

function byParty(scans: readonly Scan[]): [number, Scan[]][] {
  const parties = new Map<number, Scan[]>()
  for (const scan of scans) {
    const own = parties.get(scan.partyNo)
    if (own) own.push(scan)
    else parties.set(scan.partyNo, [scan])
  }
  return [...parties].sort(([a], [b]) => a - b)
}
