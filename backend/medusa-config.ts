import path from 'node:path'
import { defineConfig, Modules } from '@medusajs/framework/utils'
import { type Environment, EnvironmentError, environment, type FileStore } from './src/env'
import { shopLogger } from './src/logging/shop-logger'

process.env.MEDUSA_DISABLE_TELEMETRY = 'true'

/** `medusa build` reads this file for the dashboard's settings and the models, where no server and no secret is at hand. */
const building = process.argv[2] === 'build'

export default building
  ? defineConfig({ admin: { path: '/app' }, logger: shopLogger, modules: ownModules() })
  : runtimeConfig(readOrStop())

function readOrStop(): Environment {
  try {
    return environment()
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error
    shopLogger.event('error', error.message)
    process.exit(1)
  }
}

function runtimeConfig(env: Environment) {
  const https = env.STOREFRONT_URL.startsWith('https:')
  return defineConfig({
    projectConfig: {
      databaseUrl: env.DATABASE_URL,
      databaseDriverOptions: { pool: { min: 1, max: 20 } },
      ...(env.REDIS_URL === undefined ? {} : { redisUrl: env.REDIS_URL }),
      workerMode: env.MEDUSA_WORKER_MODE,
      http: {
        storeCors: env.STORE_CORS,
        adminCors: env.ADMIN_CORS,
        authCors: env.AUTH_CORS,
        jwtSecret: env.JWT_SECRET,
        cookieSecret: env.COOKIE_SECRET,
        jwtExpiresIn: '1h',
      },
      cookieOptions: { httpOnly: true, sameSite: 'lax', secure: https, path: '/' },
      sessionOptions: { name: https ? '__Host-shop' : 'shop', resave: false, saveUninitialized: false },
    },
    admin: { path: '/app' },
    logger: shopLogger,
    modules: [...ownModules(), ...infrastructure(env), fileModule(env), searchModule(env)],
  })
}

function ownModules() {
  return [
    { resolve: './src/modules/place' },
    { resolve: './src/modules/producer' },
    { resolve: './src/modules/recognition' },
    { resolve: './src/modules/listing' },
    { resolve: './src/modules/vietnamese-text' },
    { resolve: './src/modules/promotion-centre' },
    { resolve: './src/modules/programme' },
    { resolve: './src/modules/outbox' },
    { resolve: './src/modules/checkout' },
    { resolve: './src/modules/recall' },
    { resolve: './src/modules/inspection' },
    { resolve: './src/modules/scan-report' },
    { resolve: './src/modules/evaluation' },
    { resolve: './src/modules/evidence' },
    { resolve: './src/modules/official' },
    { resolve: './src/modules/audit' },
    { resolve: './src/modules/dossier' },
    { resolve: './src/modules/notice' },
    { resolve: './src/modules/rule-book' },
    { resolve: './src/modules/post-inspection' },
    { resolve: './src/modules/site-page' },
    { resolve: './src/modules/complaint' },
    { resolve: './src/modules/customer-account' },
    { resolve: './src/modules/parcel' },
    { resolve: './src/modules/after-sale' },
    { resolve: './src/modules/review' },
    { resolve: './src/modules/order-message' },
    { resolve: './src/modules/stay' },
    { resolve: './src/modules/seller-account' },
    { resolve: './src/modules/payments' },
    { resolve: './src/modules/order-group' },
    { resolve: './src/modules/promotion-offer' },
    { resolve: './src/modules/dispatch' },
    { resolve: './src/modules/remittance' },
    { resolve: './src/modules/settlement' },
  ]
}

/** Redis when it is there; else everything in the process, but locks in PostgreSQL, so that two processes stay apart. */
function infrastructure({ REDIS_URL: redisUrl }: Environment) {
  if (redisUrl === undefined) {
    return [
      { resolve: '@medusajs/medusa/event-bus-local' },
      { resolve: '@medusajs/medusa/workflow-engine-inmemory' },
      {
        resolve: '@medusajs/medusa/locking',
        options: {
          providers: [{ resolve: '@medusajs/medusa/locking-postgres', id: 'locking-postgres', is_default: true }],
        },
      },
    ]
  }
  return [
    {
      resolve: '@medusajs/medusa/event-bus-redis',
      options: { redisUrl, jobOptions: { attempts: 5, backoff: { type: 'exponential', delay: 1_000 } } },
    },
    { resolve: '@medusajs/medusa/workflow-engine-redis', options: { redis: { redisUrl } } },
    {
      resolve: '@medusajs/medusa/locking',
      options: {
        providers: [
          {
            resolve: '@medusajs/medusa/locking-redis',
            id: 'locking-redis',
            is_default: true,
            options: { redisUrl },
          },
        ],
      },
    },
    {
      resolve: '@medusajs/medusa/caching',
      options: {
        providers: [
          {
            resolve: '@medusajs/medusa/caching-redis',
            id: 'caching-redis',
            is_default: true,
            options: { redisUrl },
          },
        ],
      },
    },
  ]
}

function fileModule(env: Environment) {
  return {
    resolve: '@medusajs/medusa/file',
    options: { providers: [fileProvider(env.files, env)] },
  }
}

function fileProvider(files: FileStore, env: Environment) {
  if (files.kind === 's3') {
    return {
      resolve: '@medusajs/medusa/file-s3',
      id: 's3',
      options: {
        file_url: files.url,
        endpoint: files.endpoint,
        bucket: files.bucket,
        region: files.region,
        access_key_id: files.accessKeyId,
        secret_access_key: files.secretAccessKey,
        additional_client_config: { forcePathStyle: true },
      },
    }
  }
  return {
    resolve: '@medusajs/medusa/file-local',
    id: 'local',
    options: {
      upload_dir: files.dir,
      // Exports of the dashboard hold customers' data: they stay out of the public folder.
      private_upload_dir: path.join(path.dirname(path.resolve(files.dir)), `${path.basename(files.dir)}-private`),
      backend_url: `${env.BACKEND_URL ?? `http://${env.HOST}:${env.PORT}`}/files`,
    },
  }
}

function searchModule(env: Environment) {
  const postgres = {
    resolve: '@medusajs/medusa/search-postgres',
    id: 'postgres',
    options: { engine: 'native', language: 'simple' },
  }
  if (env.MEILISEARCH_HOST === undefined) {
    return { resolve: '@medusajs/medusa/search', key: Modules.SEARCH, options: { providers: [postgres] } }
  }
  return {
    resolve: '@medusajs/medusa/search',
    key: Modules.SEARCH,
    options: {
      default_provider: 'meilisearch',
      providers: [
        postgres,
        {
          resolve: './src/modules/search-meilisearch',
          id: 'meilisearch',
          options: { host: env.MEILISEARCH_HOST, apiKey: env.MEILISEARCH_API_KEY },
        },
      ],
    },
  }
}
