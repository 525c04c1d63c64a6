/**
 * Creates `medusa_search_simple`, the configuration that the Postgres search provider uses with `language: 'simple'` and
 * does not create itself. Its default, English, would drop the syllables `me`, `do`, `to`, `an`, `in` and `so` as stop
 * words and cut English endings off Vietnamese ones. May be run again.
 * Without the right to create `unaccent` the configuration still stands: search documents and queries of the shop are
 * folded to plain letters before they reach PostgreSQL.
 */
export const CREATE_TEXT_SEARCH_CONFIGURATION = `
DO $$
BEGIN
  BEGIN
    CREATE EXTENSION IF NOT EXISTS unaccent;
  EXCEPTION WHEN insufficient_privilege OR undefined_file OR feature_not_supported THEN
    RAISE NOTICE 'vietnamese-text: unaccent is not available (%)', SQLERRM;
  END;
  IF NOT EXISTS (SELECT 1 FROM pg_ts_config WHERE cfgname = 'medusa_search_simple' AND pg_ts_config_is_visible(oid)) THEN
    CREATE TEXT SEARCH CONFIGURATION medusa_search_simple (COPY = simple);
  END IF;
  IF EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'unaccent') THEN
    ALTER TEXT SEARCH CONFIGURATION medusa_search_simple
      ALTER MAPPING FOR hword, hword_part, word WITH unaccent, simple;
  END IF;
END
$$;
`
