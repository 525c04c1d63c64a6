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
