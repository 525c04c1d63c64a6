import path from 'node:path'

/** Variables that point at real servers instead of what `npm start` brings along. */
const REAL_SERVERS = /^(REDIS_URL|CACHE_REDIS_URL|MEILISEARCH_HOST|MEILISEARCH_API_KEY|S3_[A-Z_]+|SMTP_URL|MAIL_FROM)$/

/**
 * The environment of each program of a local stack, from the caller's own, the ports, the secrets and the database.
 * Programs get what they need and no more: the caller's variables pass only when they are the system's or name a real server.
 */
export function serviceEnvironments({ env, ports, secrets, databaseUrl, filesDir, dataDir, demoAccounts }) {
  const storefrontUrl = env.STOREFRONT_URL || `http://localhost:${ports.storefront}`
  const backendUrl = `http://127.0.0.1:${ports.backend}`
  const traceUrl = `http://127.0.0.1:${ports.traceability}`
  const system = Object.fromEntries(
    [
      'PATH',
      'HOME',
      'LANG',
      'TMPDIR',
      'NODE_OPTIONS',
      'LOG_LEVEL',
      'MEDUSA_WORKER_MODE',
      'RATE_LIMIT_SCALE',
      'TRUST_PROXY',
      'CLIENT_PROVINCE_HEADER',
    ].flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])),
  )
  const realServers = Object.fromEntries(Object.entries(env).filter(([name]) => REAL_SERVERS.test(name)))
  const common = { ...system, NODE_ENV: 'production', HOST: '127.0.0.1', STOREFRONT_URL: storefrontUrl, TZ: 'UTC' }
  const traceDatabaseUrl = env.TRACE_DATABASE_URL || databaseUrl

  const traceability = {
    ...common,
    PORT: String(ports.traceability),
    TRACE_DATABASE_URL: traceDatabaseUrl,
    TRACE_INTERNAL_TOKEN: secrets.TRACE_INTERNAL_TOKEN,
    CODE_KEY: secrets.CODE_KEY,
    SCAN_PEPPER: secrets.SCAN_PEPPER,
    CREDENTIAL_KEYS: env.CREDENTIAL_KEYS || `key-1:${secrets.CREDENTIAL_SEED}`,
    LOG_KEY: secrets.LOG_KEY,
    LABEL_KEY: secrets.LABEL_KEY,
    SCRATCH_KEY: secrets.SCRATCH_KEY,
    LOG_CHECKPOINT_FILE: path.join(dataDir, 'log-checkpoint'),
  }
  const backend = {
    ...common,
    ...realServers,
    PORT: String(ports.backend),
    DATABASE_URL: databaseUrl,
    TRACE_URL: traceUrl,
    TRACE_INTERNAL_TOKEN: secrets.TRACE_INTERNAL_TOKEN,
    JWT_SECRET: secrets.JWT_SECRET,
    COOKIE_SECRET: secrets.COOKIE_SECRET,
    ORDER_LINK_SECRET: secrets.ORDER_LINK_SECRET,
    PERSONAL_DATA_KEY: secrets.PERSONAL_DATA_KEY,
    BACKEND_URL: `http://localhost:${ports.backend}`,
    STORE_CORS: storefrontUrl,
    ADMIN_CORS: `http://localhost:${ports.backend}`,
    AUTH_CORS: `http://localhost:${ports.backend}`,
    FILE_DIR: filesDir,
    ...bankAccount(env),
    MEDUSA_DISABLE_TELEMETRY: 'true',
  }
  return {
    traceability,
    backend,
    seed: {
      ...backend,
      TRACE_DATABASE_URL: traceDatabaseUrl,
      CODE_KEY: secrets.CODE_KEY,
      SCAN_PEPPER: secrets.SCAN_PEPPER,
      DATA_DIR: dataDir,
      DEMO_ACCOUNTS: demoAccounts ? '1' : '0',
    },
    storefront: (publishableKey) => ({
      ...common,
      PORT: String(ports.storefront),
      BACKEND_URL: backendUrl,
      TRACE_URL: traceUrl,
      TRACE_INTERNAL_TOKEN: secrets.TRACE_INTERNAL_TOKEN,
      SESSION_SECRET: secrets.SESSION_SECRET,
      PUBLISHABLE_KEY: publishableKey,
    }),
    urls: {
      storefront: storefrontUrl,
      backend: `http://localhost:${ports.backend}`,
      admin: `http://localhost:${ports.backend}/app`,
      traceability: `http://localhost:${ports.traceability}`,
    },
  }
}

/** The caller's account for bank transfers, else a made-up one at a bank that does not exist. */
function bankAccount(env) {
  const { BANK_BIN, BANK_ACCOUNT, BANK_ACCOUNT_NAME } = env
  if (BANK_BIN || BANK_ACCOUNT || BANK_ACCOUNT_NAME) return { BANK_BIN, BANK_ACCOUNT, BANK_ACCOUNT_NAME }
  return { BANK_BIN: '999999', BANK_ACCOUNT: '0000686868', BANK_ACCOUNT_NAME: 'SAN SAO LANG MINH HOA' }
}
