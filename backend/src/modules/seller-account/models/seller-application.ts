import { model } from '@medusajs/framework/utils'
import { APPLICATION_STATES } from '../application-fields'

/** Đơn đăng ký bán hàng: what somebody who wants to sell says of themselves, and what became of it. Empty text is "not yet written". */
export const SellerApplication = model
  .define('SellerApplication', {
    id: model.id({ prefix: 'sapp' }).primaryKey(),
    /** Which the applicant reads out on the phone. */
    number: model.text(),
    state: model.enum([...APPLICATION_STATES]).default('draft'),
    legal_form: model.text().default(''),
    name: model.text(),
    /** The name as `foldText` writes it, to find the same one again. */
    name_folded: model.text(),
    tax_code: model.text().default(''),
    registration_number: model.text().default(''),
    province_code: model.text().default(''),
    commune_code: model.text().default(''),
    street: model.text().default(''),
    representative: model.text().default(''),
    phone: model.text().default(''),
    email: model.text().default(''),
    goods: model.text().default(''),
    bank_bin: model.text().default(''),
    bank_holder: model.text().default(''),
    /** The account number under `sealBankNumber` of the application's id; null until it is written. */
    bank_ciphertext: model.text().nullable(),
    bank_nonce: model.text().nullable(),
    bank_key_id: model.text().nullable(),
    bank_last_four: model.text().nullable(),
    terms_agreed_at: model.dateTime().nullable(),
    privacy_agreed_at: model.dateTime().nullable(),
    /** Why it was sent back: `{ field, reason }[]`; kept while it is mended. */
    reasons: model.json(),
    refuse_reason: model.text().nullable(),
    submitted_at: model.dateTime().nullable(),
    decided_at: model.dateTime().nullable(),
    decided_by: model.text().nullable(),
    producer_id: model.text().nullable(),
    invitation_id: model.text().nullable(),
    sample: model.boolean().default(false),
  })
  .indexes([
    { name: 'IDX_seller_application_number_unique', on: ['number'], unique: true },
    { name: 'IDX_seller_application_state', on: ['state', 'submitted_at'], where: 'deleted_at IS NULL' },
    { name: 'IDX_seller_application_tax_code', on: ['tax_code'], where: "tax_code <> '' AND deleted_at IS NULL" },
  ])
