import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { pipelinedReader } from './pipelined-reader.ts'
import { clientWithDeadline } from './statement-deadline.ts'
import { isDatabaseUnavailable } from './unavailable.ts'

const connectionString = process.env.TEST_DATABASE_URL
const Client = clientWithDeadline(400)
const pool = new pg.Pool({ connectionString, Client, max: 2 })
pool.on('error', () => undefined)

afterAll(() => pool.end())

const refusal = (work: Promise<unknown>) => work.then(() => 'none', isDatabaseUnavailable)

describe('a statement that is not answered in time', () => {
  it('fails as a database that cannot be asked, soon after its deadline; the next one has a new connection', async () => {
    const from = performance.now()
    expect(await refusal(pool.query('select pg_sleep(20)'))).toBe(true)
    expect(performance.now() - from).toBeGreaterThan(400)
    expect(performance.now() - from).toBeLessThan(5_000)
    expect((await pool.query<{ one: number }>('select 1 as one')).rows).toEqual([{ one: 1 }])
  })

  it('inside a transaction ends it, and leaves other connections alone', async () => {
    const client = await pool.connect()
    client.on('error', () => undefined)
    await client.query('begin')
    const other = pool.query<{ two: number }>('select 2 as two')
    expect(await refusal(client.query('select pg_sleep(20)'))).toBe(true)
    expect((await other).rows).toEqual([{ two: 2 }])
    client.release(true)
  })

  it('on a lane of several fails what waits behind it too', async () => {
    const reader = pipelinedReader({ connectionString }, Client, 1)
    const answers = await Promise.all(
      ['select pg_sleep(20)', 'select 1'].map((text) => refusal(reader.query({ text, values: [] }))),
    )
    expect(answers).toEqual([true, true])
    expect((await reader.query<{ one: number }>({ text: 'select 1 as one', values: [] })).rows).toEqual([{ one: 1 }])
    await reader.end()
  })
})

it('a connection that asks nothing for longer than the deadline goes on', async () => {
  const client = await pool.connect()
  await client.query('begin')
  await new Promise((resolve) => setTimeout(resolve, 1_200))
  expect((await client.query<{ one: number }>('select 1 as one')).rows).toEqual([{ one: 1 }])
  await client.query('rollback')
  client.release()
})

it('many statements, each in time, are not added up', async () => {
  const client = await pool.connect()
  for (let i = 0; i < 6; i++) await client.query('select pg_sleep(0.2)')
  await expect(client.query('select nothing')).rejects.toThrow('does not exist')
  await client.query('select pg_sleep(0.2)')
  client.release()
})
