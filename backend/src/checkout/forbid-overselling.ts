import type { MedusaContainer } from '@medusajs/framework/types'
import { inTransaction } from '../money/in-transaction'

/** Name of the rule, as an error of the database carries it. */
export const OVERSELL_RULE = 'inventory_level_promises_kept'

/**
 * Makes the database itself refuse to promise goods that are not there: no statement, whoever sends it, may raise what is reserved of an
 * inventory level above its stock. A CHECK over both columns would be too strict: Medusa's fulfilment takes the goods off the stock before
 * it ends their reservation, and a stock-take must be able to say that jars are broken (decision 0031). May be done again.
 */
export async function forbidOverselling(container: MedusaContainer): Promise<void> {
  await inTransaction(container, async (sql) => {
    await sql.query(`
      CREATE OR REPLACE FUNCTION ${OVERSELL_RULE}() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.reserved_quantity > NEW.stocked_quantity AND NEW.deleted_at IS NULL
          AND (TG_OP = 'INSERT' OR NEW.reserved_quantity > OLD.reserved_quantity) THEN
          RAISE EXCEPTION 'More would be promised than there is of inventory item %', NEW.inventory_item_id
            USING ERRCODE = 'check_violation', CONSTRAINT = '${OVERSELL_RULE}';
        END IF;
        RETURN NEW;
      END $$`)
    await sql.query(`
      CREATE OR REPLACE TRIGGER ${OVERSELL_RULE} BEFORE INSERT OR UPDATE OF reserved_quantity, deleted_at
      ON inventory_level FOR EACH ROW EXECUTE FUNCTION ${OVERSELL_RULE}()`)
  })
}
