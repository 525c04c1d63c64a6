import type { ClientBase } from 'pg'
import type { CaptureJob } from '../events/capture.ts'
import type { Database } from './database.ts'

interface JobRow {
  job_no: string
  created_at: Date
  finished_at: Date
  success: boolean
  behaviour: CaptureJob['captureErrorBehaviour']
  errors: CaptureJob['errors']
}

export async function insertCaptureJob(
  client: ClientBase,
  partyNo: number,
  job: CaptureJob,
  counts: { events: number; stored: number },
): Promise<void> {
  await client.query(
    `insert into trace.capture_job (party_no, job_no, created_at, finished_at, success, behaviour, event_count, stored_count, errors)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      partyNo,
      job.captureID,
      job.createdAt,
      job.finishedAt,
      job.success,
      job.captureErrorBehaviour,
      counts.events,
      counts.stored,
      JSON.stringify(job.errors),
    ],
  )
}

export async function findCaptureJob(db: Database, partyNo: number, jobNo: string): Promise<CaptureJob | null> {
  const { rows } = await db.query<JobRow>(
    `select job_no, created_at, finished_at, success, behaviour, errors from trace.capture_job
      where party_no = $1 and job_no = $2`,
    [partyNo, jobNo],
  )
  return rows[0] ? captureJob(rows[0]) : null
}

/** Jobs of a party, newest first: job numbers grow with time. `before` is the last one of the page before. */
export async function captureJobs(
  db: Database,
  partyNo: number,
  { before, limit }: { before: string | null; limit: number },
): Promise<CaptureJob[]> {
  const { rows } = await db.query<JobRow>(
    `select job_no, created_at, finished_at, success, behaviour, errors from trace.capture_job
      where party_no = $1 and ($2::uuid is null or job_no < $2) order by job_no desc limit $3`,
    [partyNo, before, limit],
  )
  return rows.map(captureJob)
}

function captureJob(row: JobRow): CaptureJob {
  return {
    captureID: row.job_no,
    createdAt: row.created_at.toISOString(),
    finishedAt: row.finished_at.toISOString(),
    running: false,
    success: row.success,
    captureErrorBehaviour: row.behaviour,
    errors: row.errors,
  }
}
