/** A parameter of an address that names a row of one tenant. */
export interface OwnedRow {
  /** Address up to the parameter; what comes below it is of the same row. `:x` stands for one segment. */
  path: string
  /** What the row is, for the log. */
  type: string
  /** SQL that answers `owner` for the value of the last parameter of `path`, or no row. */
  owner: string
}

const byId = (path: string, type: string, owner: 'producer_id' | 'centre_id' | 'customer_id'): OwnedRow => ({
  path,
  type,
  owner: `SELECT ${owner} AS owner FROM ${type} WHERE id = ?`,
})
const ofProducer = (path: string, type: string) => byId(`/producer/${path}`, type, 'producer_id')
const ofCentre = (path: string, type: string) => byId(`/official/centre/${path}`, type, 'centre_id')

const PRODUCER_OF_PRODUCT =
  'SELECT producer_id AS owner FROM product_product_producer_producer WHERE product_id = ? AND deleted_at IS NULL'

/**
 * Every parameter below `/producer`, `/official/centre` and `/store/customers/me` whose row is one tenant's. The door asks for the owner
 * before any route runs (`guardOwnedRows`), and the tenancy walk asks each of them for a row of somebody else. A new route with a
 * parameter needs a line here or in `NO_OWNED_ROW`.
 */
export const OWNED_ROWS: readonly OwnedRow[] = [
  ofProducer('agreements/:agreement', 'centre_agreement'),
  ofProducer('dossiers/:id', 'dossier'),
  {
    path: '/producer/evidence/:file',
    type: 'evidence_file',
    owner: 'SELECT producer_id AS owner FROM evidence_file WHERE file = ?',
  },
  ofProducer('invitations/:id', 'member_invitation'),
  ofProducer('listing-imports/:id', 'listing_import'),
  ofProducer('listing-proposals/:id', 'listing_proposal'),
  { path: '/producer/listings/:id', type: 'product', owner: PRODUCER_OF_PRODUCT },
  {
    path: '/producer/mark-uses/:recognition/artwork',
    type: 'recognition',
    owner: `SELECT l.producer_id AS owner FROM recognition r JOIN product_product_producer_producer l ON l.product_id = r.product_id
      WHERE r.id = ? AND l.deleted_at IS NULL`,
  },
  ofProducer('mark-uses/artwork/:id', 'mark_artwork'),
  ofProducer('members/:id', 'producer_member'),
  {
    path: '/producer/orders/:id',
    type: 'seller_order',
    owner: 'SELECT producer_id AS owner FROM seller_order WHERE order_id = ?',
  },
  ofProducer('orders/:id/parcels/:parcel', 'parcel'),
  ofProducer('papers/:id', 'paper'),
  ofProducer('post-inspections/:id', 'post_inspection'),
  ofProducer('post-inspections/follow-ups/:follow_up', 'follow_up'),
  ofProducer('return-requests/:id', 'return_request'),
  ofProducer('reviews/:id', 'review'),
  {
    path: '/producer/return-requests/:id/photos/:file',
    type: 'return_file',
    owner:
      'SELECT r.producer_id AS owner FROM return_file f JOIN return_request r ON r.id = f.request_id WHERE f.file = ?',
  },
  {
    path: '/producer/stock/:variant',
    type: 'product_variant',
    owner: `SELECT l.producer_id AS owner FROM product_variant v JOIN product_product_producer_producer l ON l.product_id = v.product_id
      WHERE v.id = ? AND l.deleted_at IS NULL`,
  },
  { path: '/producer/stay-calendars/:product', type: 'product', owner: PRODUCER_OF_PRODUCT },
  ofProducer('stays/:id', 'stay_enquiry'),
  { path: '/producer/stories/:product', type: 'product', owner: PRODUCER_OF_PRODUCT },

  ofCentre('agreements/:agreement', 'centre_agreement'),
  ofCentre('contracts/:contract', 'supply_contract'),
  ofCentre('contracts/:contract/deliveries/:delivery', 'supply_delivery'),
  ofCentre('contracts/:contract/lines/:line', 'supply_line'),
  ofCentre('fairs/:fair', 'centre_fair'),
  ofCentre('fairs/:fair/booths/:booth', 'fair_booth'),
  ofCentre('fairs/:fair/entries/:entry', 'fair_entry'),
  ofCentre('papers/:paper', 'consignment_paper'),
  ofCentre('queries/:query', 'counter_query'),
  ofCentre('sales/:sale', 'counter_sale'),
  ofCentre('shops/:shop', 'shop'),
  ofCentre('stock-takes/:take', 'stock_take'),

  byId('/store/customers/me/addresses/:address_id', 'customer_address', 'customer_id'),
  {
    path: '/store/customers/me/carts/:cart_id',
    type: 'cart',
    owner:
      'SELECT c.customer_id AS owner FROM cart c JOIN customer p ON p.id = c.customer_id AND p.has_account WHERE c.id = ?',
  },
  byId('/store/customers/me/follows/:follow_id', 'customer_follow', 'customer_id'),
]

/** Parameters in the same areas that name no row of a tenant in the shop's database, and why nothing of another's can be reached. */
export const NO_OWNED_ROW: Readonly<Record<string, string>> = {
  '/producer/statements/:month': 'A month; the statement is of who asks.',
  '/official/centre/statements/:month': 'A month; the statement is of the centre of who asks.',
  '/producer/representative/:field': 'A field of the own representative.',
  '/producer/lots/:ref': 'A name in the own party of the traceability service.',
  '/producer/source-areas/:ref': 'A name in the own party of the traceability service.',
  '/producer/steps/:no': 'Asked of the traceability service together with the own party.',
  '/producer/recalls/:no': 'Asked of the traceability service together with the own party.',
  '/producer/label-batches/:no': 'Asked of the traceability service together with the own party.',
  '/producer/label-sheets/:no': 'Asked of the traceability service together with the own party.',
  '/producer/label-sheets/:no/parts/:part': 'A part of the print sheet before it.',
}
