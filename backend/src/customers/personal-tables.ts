/** What becomes of rows when their customer asks for deletion. */
type OnDeletion =
  | { do: 'delete' }
  /** `set`: what an UPDATE writes in place of the personal columns. */
  | { do: 'erase'; set: string }
  /** By law; the line of `RETENTION` says for how long. */
  | { do: 'keep'; line: 'orders' | 'complaints' | 'consents' | 'refund_accounts' }

export interface PersonalTable {
  table: string
  /** Columns that say something about a person. */
  columns: readonly string[]
  /** Further columns of a copy for the customer, so that it can be understood. */
  also?: readonly string[]
  /** Which rows are a customer's, in SQL; `$customer` is their id. Null for people without an account. */
  ofCustomer: string | null
  onDeletion: OnDeletion
}

const OWN_CARTS = 'SELECT id FROM cart WHERE customer_id = $customer AND completed_at IS NULL'
const OWN_GROUPS = 'SELECT id FROM order_group WHERE customer_id = $customer'
const OWN_ORDERS = `SELECT order_id FROM seller_order WHERE group_id IN (${OWN_GROUPS})`
const DISPUTED_ORDERS = 'SELECT dispute.order_id FROM dispute'

/**
 * Every table with personal data of buyers, children first. The copy for the customer and the deletion walk this list; a test fails
 * when a table has a column that looks personal and stands neither here nor in `NOT_OF_BUYERS`.
 */
export const PERSONAL_TABLES: readonly PersonalTable[] = [
  {
    table: 'provider_identity',
    columns: ['entity_id'],
    also: ['provider', 'created_at'],
    ofCustomer: `auth_identity_id IN (SELECT id FROM auth_identity WHERE app_metadata->>'customer_id' = $customer)`,
    onDeletion: { do: 'delete' },
  },
  {
    table: 'auth_identity',
    columns: ['app_metadata'],
    also: ['created_at'],
    ofCustomer: `app_metadata->>'customer_id' = $customer`,
    onDeletion: { do: 'delete' },
  },
  {
    table: 'customer_address',
    columns: ['first_name', 'last_name', 'phone', 'address_1', 'address_2', 'city', 'province', 'company', 'metadata'],
    also: ['is_default_shipping', 'created_at'],
    ofCustomer: 'customer_id = $customer',
    onDeletion: { do: 'delete' },
  },
  {
    table: 'cart_address',
    columns: ['first_name', 'last_name', 'phone', 'address_1', 'address_2', 'city', 'province', 'company', 'metadata'],
    ofCustomer: `id IN (SELECT shipping_address_id FROM cart WHERE id IN (${OWN_CARTS}) UNION SELECT billing_address_id FROM cart WHERE id IN (${OWN_CARTS}))`,
    onDeletion: {
      do: 'erase',
      set: 'first_name = NULL, last_name = NULL, phone = NULL, address_1 = NULL, address_2 = NULL, city = NULL, province = NULL, company = NULL, metadata = NULL',
    },
  },
  {
    table: 'cart',
    columns: ['email'],
    also: ['id', 'created_at'],
    ofCustomer: `id IN (${OWN_CARTS})`,
    onDeletion: { do: 'erase', set: 'email = NULL' },
  },
  {
    table: 'order_address',
    columns: ['first_name', 'last_name', 'phone', 'address_1', 'address_2', 'city', 'province', 'company', 'metadata'],
    ofCustomer: `id IN (SELECT shipping_address_id FROM "order" WHERE id IN (${OWN_ORDERS}) UNION SELECT billing_address_id FROM "order" WHERE id IN (${OWN_ORDERS}))`,
    onDeletion: { do: 'keep', line: 'orders' },
  },
  {
    table: 'fulfillment_address',
    columns: ['first_name', 'last_name', 'phone', 'address_1', 'address_2', 'city', 'province', 'company', 'metadata'],
    ofCustomer: `id IN (SELECT delivery_address_id FROM fulfillment WHERE id IN (SELECT fulfillment_id FROM order_fulfillment WHERE order_id IN (${OWN_ORDERS})))`,
    onDeletion: { do: 'keep', line: 'orders' },
  },
  {
    table: 'order',
    columns: ['email'],
    also: ['id', 'display_id', 'status', 'created_at'],
    ofCustomer: `id IN (${OWN_ORDERS})`,
    onDeletion: { do: 'keep', line: 'orders' },
  },
  {
    table: 'seller_order',
    columns: ['close_reason'],
    also: [
      'order_id',
      'group_id',
      'producer_id',
      'delivery_method',
      'goods',
      'discount',
      'shipping',
      'total',
      'refunded',
      'state',
    ],
    ofCustomer: `group_id IN (${OWN_GROUPS})`,
    onDeletion: { do: 'keep', line: 'orders' },
  },
  {
    table: 'order_group',
    columns: ['email', 'phone'],
    also: ['id', 'display_no', 'method', 'state', 'total', 'placed_at', 'paid_at'],
    ofCustomer: 'customer_id = $customer',
    onDeletion: { do: 'keep', line: 'orders' },
  },
  {
    table: 'refund_account',
    columns: ['hint'],
    also: ['given_at', 'erased_at'],
    ofCustomer: `refund_id IN (SELECT id FROM payment_refund WHERE group_id IN (${OWN_GROUPS}))`,
    onDeletion: { do: 'keep', line: 'refund_accounts' },
  },
  {
    table: 'review',
    columns: ['display_name', 'body'],
    also: ['points', 'state', 'written_at'],
    ofCustomer: `group_id IN (${OWN_GROUPS})`,
    onDeletion: { do: 'erase', set: 'display_name = NULL' },
  },
  {
    table: 'order_message',
    columns: ['body'],
    also: ['order_id', 'no', 'written_at', 'hide_reason'],
    ofCustomer: `side = 'buyer' AND order_id IN (${OWN_ORDERS})`,
    // What was said of an order in dispute is evidence of both sides: it goes when the order's data go.
    onDeletion: {
      do: 'erase',
      set: `body = CASE WHEN order_id IN (${DISPUTED_ORDERS}) THEN body END, erased_at = CASE WHEN order_id IN (${DISPUTED_ORDERS}) THEN erased_at ELSE coalesce(erased_at, now()) END`,
    },
  },
  {
    table: 'complaint',
    columns: ['name', 'contact', 'message', 'about'],
    also: ['number', 'kind', 'state', 'due_on', 'created_at', 'answered_at'],
    ofCustomer: 'customer_id = $customer',
    onDeletion: { do: 'keep', line: 'complaints' },
  },
  {
    table: 'customer_consent',
    columns: ['purpose', 'given'],
    also: ['text_version', 'source', 'at'],
    ofCustomer: `(subject_type = 'customer' AND subject_id = $customer) OR (subject_type = 'cart' AND subject_id IN (SELECT cart_id FROM order_group WHERE customer_id = $customer))`,
    onDeletion: { do: 'keep', line: 'consents' },
  },
  {
    table: 'customer_follow',
    columns: ['subject_type', 'subject_id'],
    also: ['created_at'],
    ofCustomer: 'customer_id = $customer',
    onDeletion: { do: 'delete' },
  },
  {
    table: 'notice_reading',
    columns: ['reader_id'],
    also: ['notice_id', 'read_at'],
    ofCustomer: 'reader_id = $customer',
    onDeletion: { do: 'delete' },
  },
  {
    table: 'notice',
    columns: ['params'],
    also: ['kind', 'at'],
    ofCustomer: `audience = 'customer:' || $customer`,
    onDeletion: { do: 'delete' },
  },
  {
    table: 'password_reset',
    columns: ['customer_id'],
    also: ['expires_at', 'used_at'],
    ofCustomer: 'customer_id = $customer',
    onDeletion: { do: 'delete' },
  },
  {
    table: 'data_request',
    columns: ['kind', 'at'],
    ofCustomer: 'customer_id = $customer',
    onDeletion: { do: 'keep', line: 'consents' },
  },
  {
    table: 'customer_group_customer',
    columns: ['customer_group_id'],
    ofCustomer: 'customer_id = $customer',
    onDeletion: { do: 'delete' },
  },
  {
    table: 'customer',
    columns: ['email', 'first_name', 'last_name', 'phone', 'company_name', 'metadata'],
    also: ['id', 'created_at'],
    ofCustomer: 'id = $customer AND has_account',
    // The row stays for the orders that point to it, and is nobody's: no guest with this address meets it again.
    onDeletion: {
      do: 'erase',
      set: `email = 'deleted-' || id || '@deleted.invalid', first_name = NULL, last_name = NULL, phone = NULL, company_name = NULL, metadata = NULL, deleted_at = now()`,
    },
  },
  {
    table: 'stay_enquiry',
    columns: ['name', 'phone', 'email', 'note', 'words', 'decline_reason'],
    // Asked without an account; its link alone opens it, and the job of retention erases it.
    ofCustomer: null,
    onDeletion: { do: 'delete' },
  },
  {
    table: 'scan_report',
    columns: ['message', 'contact', 'photo'],
    ofCustomer: null,
    onDeletion: { do: 'delete' },
  },
]

/** A condition with its values in their places. In: SQL with `$customer`. */
export function customerCondition(condition: string, customerId: string): { text: string; values: string[] } {
  const parts = condition.split('$customer')
  return { text: parts.join('?'), values: parts.slice(1).map(() => customerId) }
}

/** A column whose name says that a person may be in it. */
export const PERSONAL_COLUMN =
  /^(?:email|phone|contact|name|address|street|ip|entity_id)$|(?:^|_)(?:email|phone|first_name|last_name|full_name|address_1|address_2|recipient|contact)$|(?:client_ip|account_name|account_number|holder_name|personal_id|person_name|contact_name|buyer_name)/

/** Tables with such a column that hold no buyer's data, and what they hold instead. */
export const NOT_OF_BUYERS: Readonly<Record<string, string>> = {
  account_holder: 'Medusa’s accounts at payment providers; this shop opens none.',
  auth_password_reset_token: 'Medusa’s own reset of passwords, for the dashboard’s users.',
  auth_verification: 'Medusa’s verification of addresses, for the dashboard’s users.',
  bank_file: 'Names of files from the bank.',
  carrier: 'Carriers.',
  carrier_file: 'Names of files from carriers.',
  cart_shipping_method: 'Names of deliveries.',
  centre_fair: 'Fairs.',
  commission_rule: 'Names of rules.',
  commune: 'Places.',
  council_member: 'Members of councils, in public office.',
  currency: 'Currencies.',
  customer_group: 'Names of groups.',
  fair: 'Fairs.',
  fair_booth: 'Booths at fairs.',
  fulfillment_set: 'Names of deliveries.',
  inspector: 'Staff of authorities: their accounts end with their posts.',
  invite: 'Invited users of the dashboard.',
  legacy_place: 'Places.',
  member_invitation: 'People whom a producer invites: the sealed address goes with the invitation.',
  mikro_orm_migrations: 'Migrations.',
  notification_provider: 'Programs.',
  official: 'Staff of authorities: their accounts end with their posts.',
  order_shipping_method: 'Names of deliveries.',
  producer: 'Producers’ trading names, addresses and phones: public by law.',
  producer_member: 'People of producers: their accounts are the operator’s to close.',
  product_category: 'Categories.',
  promotion_campaign: 'Campaigns.',
  promotion_centre: 'Promotion centres: public bodies.',
  province: 'Places.',
  region: 'Regions.',
  region_country: 'Countries.',
  sales_channel: 'Channels.',
  seller_application: 'Those who apply to sell: identity of sellers, which the law has the platform keep.',
  search_index: 'Indexes.',
  search_postgres_index: 'Indexes.',
  service_zone: 'Zones.',
  shipping_option: 'Names of deliveries.',
  shipping_profile: 'Names of deliveries.',
  shop: 'Shops.',
  stock_location: 'Stores.',
  stock_location_address: 'Stores.',
  store: 'The shop itself.',
  supply_contract: 'Whom to ask at a retailer that buys as a business; kept with the contract.',
  tax_rate: 'Taxes.',
  user: 'The dashboard’s users.',
  view_configuration: 'Settings of the dashboard.',
}
