import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'

const root = new URL('../../', import.meta.url)
const read = (file: string) => readFileSync(new URL(file, root), 'utf8')

const serviceSchema = z.looseObject({
  image: z.string(),
  build: z.object({ context: z.literal('.'), dockerfile: z.string() }).optional(),
  environment: z.record(z.string(), z.string()).optional(),
  healthcheck: z.looseObject({ test: z.array(z.string()).optional(), disable: z.boolean().optional() }).optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).optional(),
  ports: z.array(z.string()).optional(),
  volumes: z.array(z.string()).optional(),
  command: z.array(z.string()).optional(),
})
const compose = z
  .object({ services: z.record(z.string(), serviceSchema), volumes: z.record(z.string(), z.null()) })
  .parse(parse(read('docker-compose.yml'), { merge: true }))
const services = Object.entries(compose.services)
const oneShot = new Set(['set-up', 'bucket'])

describe('docker-compose.yml', () => {
  it('names every part of the deployment', () => {
    expect(Object.keys(compose.services).sort()).toEqual(
      [
        'backend',
        'bucket',
        'meilisearch',
        'minio',
        'postgres',
        'redis',
        'set-up',
        'storefront',
        'traceability',
        'worker',
      ].sort(),
    )
  })

  it('runs the backend image once as server and once as worker', () => {
    expect(compose.services.backend?.environment?.MEDUSA_WORKER_MODE).toBe('server')
    expect(compose.services.worker?.environment?.MEDUSA_WORKER_MODE).toBe('worker')
    expect(compose.services.worker?.image).toBe(compose.services.backend?.image)
  })

  it.each(services)('%s has a health check, its own or its image’s, unless it runs once', (name, service) => {
    if (oneShot.has(name)) return expect(service.healthcheck?.test).toBeUndefined()
    const own = (service.healthcheck?.test ?? []).length > 0
    const ofImage = service.build !== undefined && /^HEALTHCHECK/m.test(read(service.build.dockerfile))
    expect(own || ofImage).toBe(true)
  })

  it.each(services)('%s gets every secret from the caller, with no default', (_, service) => {
    for (const [name, value] of Object.entries(service.environment ?? {})) {
      if (!/SECRET|PASSWORD|TOKEN|_KEY$|KEY_ID|PEPPER/.test(name)) continue
      expect(value, name).toMatch(/^\$\{[A-Z0-9_]+:\?[^}]+\}$/)
    }
    expect(JSON.stringify(service)).not.toMatch(/\$\{[A-Z0-9_]+:-/)
  })

  it.each(services)('%s is reachable from this machine alone', (_, service) => {
    for (const port of service.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:/)
  })

  it.each(services)('%s pins its image and waits only for services that exist', (_, service) => {
    if (!service.build) expect(service.image).toMatch(/:[^:]+$/)
    for (const dependency of Object.keys(service.depends_on ?? {})) expect(compose.services).toHaveProperty(dependency)
    for (const volume of service.volumes ?? []) expect(compose.volumes).toHaveProperty(volume.split(':')[0] ?? '')
  })

  it('asks only for variables that .env.example lists', () => {
    const listed = new Set([...read('.env.example').matchAll(/^([A-Z0-9_]+)=$/gm)].map((match) => match[1]))
    const asked = [...read('docker-compose.yml').matchAll(/\$\{([A-Z0-9_]+):\?/g)].map((match) => match[1])
    expect(asked.length).toBeGreaterThan(20)
    for (const name of asked) expect(listed).toContain(name)
  })
})

describe('Dockerfiles', () => {
  it.each(['backend/Dockerfile', 'storefront/Dockerfile', 'traceability/Dockerfile'])(
    '%s builds in one stage and runs in another, not as root',
    (file) => {
      const text = read(file)
      expect(text.match(/^FROM /gm)).toHaveLength(2)
      expect(text).toMatch(/^USER node$/m)
      expect(text).not.toMatch(/^(ENV|ARG) .*(SECRET|PASSWORD|TOKEN|PEPPER)/m)
      for (const [, source] of text.matchAll(/^COPY (?!--from)(?:--chown=\S+ )?(\S+) /gm))
        expect(existsSync(new URL(source ?? '', root)), source).toBe(true)
    },
  )
})
