import { type Database, inTransaction } from './database.ts'

export const DEVICE_HASH_DAYS = 90
const JOB = 'erase_device_hashes'

/**
 * Erases the device hashes of scans and scratch confirmations older than 90 days and remembers how far it has come, so
 * that a daily run touches one day; what is known of probing clients goes as a whole. In: the moment of the run. Out: scans
 * changed. Safe to repeat and to run twice at once.
 */
export async function eraseOldDeviceHashes(db: Database, now: Date): Promise<number> {
  const until = new Date(now.getTime() - DEVICE_HASH_DAYS * 86_400_000)
  return inTransaction(db, async (client) => {
    const { rowCount } = await client.query(
      `update trace.scan set device_hash = null
        where device_hash is not null and scanned_at < $1
          and scanned_at >= coalesce((select done_until from trace.retention_mark where job = $2), '-infinity')`,
      [until, JOB],
    )
    await client.query(
      'update trace.scratch_try set device_hash = null where device_hash is not null and confirmed_at < $1',
      [until],
    )
    await client.query('delete from trace.probing where last_at < $1', [until])
    await client.query(
      `insert into trace.retention_mark as m (job, done_until) values ($1, $2)
       on conflict (job) do update set done_until = greatest(m.done_until, excluded.done_until)`,
      [JOB, until],
    )
    return rowCount ?? 0
  })
}
