/** Every recognition of a product of ours, with its decision's date and its suspensions. */
export const STAR_FACTS = `
  SELECT r.id, r.product_id, r.stars, r.valid_from, r.valid_to, r.revoked_on, r.extended_to, d.date AS decision_date,
    coalesce((
      SELECT jsonb_agg(jsonb_build_object('from', s."from", 'to', s."to") ORDER BY s."from")
      FROM recognition_suspension s WHERE s.recognition_id = r.id AND s.deleted_at IS NULL
    ), '[]'::jsonb) AS suspensions
  FROM recognition r JOIN council_decision d ON d.id = r.decision_id
  WHERE r.deleted_at IS NULL AND d.deleted_at IS NULL AND r.product_id IS NOT NULL`

export const UPSERT_STAR_STATES = `
  INSERT INTO star_state (product_id, fingerprint)
  SELECT product_id, fingerprint FROM jsonb_to_recordset(?::jsonb) AS s(product_id text, fingerprint text)
  ON CONFLICT (product_id) DO UPDATE SET fingerprint = excluded.fingerprint, updated_at = now()`

/** Which recognition of a product follows on which, anew from the dates. In: product ids. */
export const LINK_REPLACEMENTS = `
  UPDATE recognition r SET replaced_by = n.next
  FROM (
    SELECT r.id, lead(r.id) OVER (PARTITION BY r.product_id ORDER BY d.date, r.valid_from, r.id) AS next
    FROM recognition r JOIN council_decision d ON d.id = r.decision_id
    WHERE r.deleted_at IS NULL AND r.product_id IN (SELECT jsonb_array_elements_text(?::jsonb))
  ) n
  WHERE n.id = r.id AND r.replaced_by IS DISTINCT FROM n.next`

/** Takes a draft for signing: one of two who sign at once. In: signer, draft, version. */
export const CLAIM_DRAFT = `
  UPDATE decision_draft SET state = 'signed', signed_by = ?, updated_at = now()
  WHERE id = ? AND version = ? AND state = 'draft' AND deleted_at IS NULL
  RETURNING id`

/** Lets one of two change a draft. In: draft, version. */
export const CLAIM_DRAFT_CHANGE = `
  UPDATE decision_draft SET version = version + 1, updated_at = now()
  WHERE id = ? AND version = ? AND state = 'draft' AND deleted_at IS NULL
  RETURNING id`

/** Lets one of two end a suspension. In: suspension, its last day as it was read. */
export const CLAIM_SUSPENSION = `
  UPDATE recognition_suspension SET updated_at = now()
  WHERE id = ? AND "to" IS NOT DISTINCT FROM ? AND deleted_at IS NULL
  RETURNING id`

/** Takes a checked file for taking it over. In: import. */
export const CLAIM_IMPORT = `
  UPDATE decision_import SET state = 'committed', committed_at = now(), updated_at = now()
  WHERE id = ? AND state = 'checked' AND error_count = 0 AND deleted_at IS NULL
  RETURNING id`

/** Takes an import that is on record for taking it back. In: import. */
export const CLAIM_UNDO = `
  UPDATE decision_import SET state = 'undone', undone_at = now(), updated_at = now()
  WHERE id = ? AND state = 'committed' AND deleted_at IS NULL
  RETURNING id`

export const INSERT_IMPORT_ROWS = `
  INSERT INTO decision_import_row (id, import_id, row_no, cells, faults, outcome, result, product_id)
  SELECT id, import_id, row_no, cells, faults, outcome, result, product_id
  FROM jsonb_to_recordset(?::jsonb) AS r(
    id text, import_id text, row_no int, cells jsonb, faults jsonb, outcome text, result jsonb, product_id text
  )`

export const INSERT_DECISIONS = `
  INSERT INTO council_decision (
    id, kind, number, date, year, authority, level, province_code, legal_basis, signatories, changes, import_id, source, sample
  )
  SELECT id, kind, number, date, year, authority, level, province_code, legal_basis, signatories, changes, import_id, source, sample
  FROM jsonb_to_recordset(?::jsonb) AS d(
    id text, kind text, number text, date text, year int, authority text, level text, province_code text, legal_basis text,
    signatories jsonb, changes jsonb, import_id text, source text, sample boolean
  )`

export const INSERT_RECOGNITIONS = `
  INSERT INTO recognition (
    id, decision_id, product_id, product_name, product_code, producer_id, producer_name, province_code, sector, set_no, stars,
    points, rubric_version, valid_from, valid_to, search_text, sample
  )
  SELECT id, decision_id, product_id, product_name, product_code, producer_id, producer_name, province_code, sector, set_no, stars,
    points, rubric_version, valid_from, valid_to, search_text, sample
  FROM jsonb_to_recordset(?::jsonb) AS r(
    id text, decision_id text, product_id text, product_name text, product_code text, producer_id text, producer_name text,
    province_code text, sector text, set_no int, stars int, points float8, rubric_version text, valid_from text, valid_to text,
    search_text text, sample boolean
  )`

/**
 * What stands on an import: a recognition of it that was revoked, extended, suspended, corrected or linked since, one that a
 * later decision follows on, or one that an open draft is about. In: import. Out: the first such recognition.
 */
export const BUILT_ON_IMPORT = `
  WITH mine AS (
    SELECT r.* FROM recognition r JOIN council_decision d ON d.id = r.decision_id
    WHERE d.import_id = ?
  )
  SELECT m.product_name FROM mine m
  WHERE m.revoked_on IS NOT NULL OR m.extended_to IS NOT NULL OR m.updated_at > m.created_at
    OR EXISTS (SELECT 1 FROM recognition_suspension s WHERE s.recognition_id = m.id)
    OR (m.replaced_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM mine n WHERE n.id = m.replaced_by))
    OR EXISTS (
      SELECT 1 FROM decision_draft f, jsonb_array_elements(f.rows) AS row
      WHERE f.state = 'draft' AND f.deleted_at IS NULL AND row ->> 'recognitionId' = m.id
    )
  ORDER BY m.id LIMIT 1`

export const REMOVE_IMPORTED_RECOGNITIONS = `
  DELETE FROM recognition r USING council_decision d
  WHERE d.id = r.decision_id AND d.import_id = ?
  RETURNING r.product_id`

export const REMOVE_IMPORTED_DECISIONS = 'DELETE FROM council_decision WHERE import_id = ?'

/**
 * Every recognition as it was known at a moment: later decisions, and what later ones took back, extended, suspended or lifted, are not seen.
 * In: the moment, six times.
 */
export const FIGURE_FACTS = `
  SELECT r.id, r.product_id, r.product_code, r.product_name, r.producer_id, r.producer_name, r.province_code, r.sector,
    r.stars, r.valid_from, r.valid_to, r.sample OR d.sample AS sample, d.date AS decision_date,
    CASE WHEN known_revocation.known THEN r.revoked_on END AS revoked_on,
    CASE WHEN known_extension.known THEN r.extended_to END AS extended_to,
    coalesce((
      SELECT jsonb_agg(jsonb_build_object(
        'from', s."from",
        'to', CASE WHEN l.created_at > ? THEN s.planned_to ELSE s."to" END
      ) ORDER BY s."from")
      FROM recognition_suspension s LEFT JOIN council_decision l ON l.id = s.lifted_by_decision_id
      WHERE s.recognition_id = r.id AND s.deleted_at IS NULL AND s.created_at <= ?
    ), '[]'::jsonb) AS suspensions
  FROM recognition r
  JOIN council_decision d ON d.id = r.decision_id
  CROSS JOIN LATERAL (
    SELECT NOT EXISTS (SELECT FROM council_decision c WHERE c.id = r.revoked_by_decision_id AND c.created_at > ?) AS known
  ) known_revocation
  CROSS JOIN LATERAL (
    SELECT NOT EXISTS (SELECT FROM council_decision c WHERE c.id = r.extended_by_decision_id AND c.created_at > ?) AS known
  ) known_extension
  WHERE r.deleted_at IS NULL AND d.deleted_at IS NULL AND r.created_at <= ? AND d.created_at <= ?`
