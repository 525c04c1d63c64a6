import { z } from 'zod'

const text = z.string().min(1)
const day = z.iso.date()
const code = z.string().regex(/^\d{2,5}$/)
const handle = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const sectorSchema = z.enum(['food', 'drink', 'herbal', 'craft', 'ornamental', 'tourism'])
const confidence = z.enum(['self_declared', 'commune_confirmed', 'tested', 'authority_decision'])
/** A whole number of đồng. */
const dong = z.int().nonnegative()

/** A document the facts were taken from. `citation` is what people read beside a fact. */
export const sourceSchema = z.strictObject({
  id: handle,
  kind: text,
  title: text,
  citation: text,
  shortTitle: text,
  issuer: text,
  number: text.nullable(),
  date: day.nullable(),
  signedBy: text.nullable(),
  remark: text.nullable(),
})

/** What a document says of a product. `quote`: a few of its words, to find the place. */
export const productFactSchema = z.strictObject({
  id: z.string().regex(/^prd-\d{3}$/),
  handle,
  name: text,
  nameAsGiven: text,
  province: text,
  district: text.nullable(),
  commune: text.nullable(),
  placeInName: text.nullable(),
  producerName: text.nullable(),
  sector: sectorSchema.nullable(),
  sectorBasis: text.nullable(),
  /** What the document says of its stars, in Vietnamese; null when it says nothing. */
  starsSaid: text.nullable(),
  /** Stars that an illustration may show without contradicting the document; none when the dossier was incomplete. */
  starsAllowed: z.array(z.literal([3, 4, 5])),
  scoreOver90: z.boolean().nullable(),
  status: z.enum(['awarded', 'awarded_5_star_candidate', 'registered_incomplete_dossier', 'cited_as_example']),
  year: z.int().nullable(),
  relatedTo: z.array(text),
  source: handle,
  quote: text,
  note: text.nullable(),
})

const legalForm = z.enum([
  'cooperative',
  'cooperative_group',
  'household',
  'private_enterprise',
  'single_member_llc',
  'llc',
  'joint_stock',
  'company_unspecified',
  'production_facility',
  'other',
])

export const producerFactSchema = z.strictObject({
  id: z.string().regex(/^org-\d{3}$/),
  handle,
  name: text,
  nameAsGiven: text,
  aliases: z.array(text),
  legalForm,
  provinceCode: code,
  communeCode: code.nullable(),
  /** The place as the document names it, in units from before 2025-07-01. */
  legacyPlace: text,
  province: text,
  district: text.nullable(),
  commune: text.nullable(),
  productNames: z.array(text),
  trade: text.nullable(),
  events: z.array(text),
  possibleDuplicateOf: text.nullable(),
  nameBasis: text,
  source: handle,
  quote: text,
  note: text.nullable(),
})

export const outletSchema = z.strictObject({
  id: z.string().regex(/^shop-\d{3}$/),
  group: z.enum(['shop', 'fair']),
  kind: text,
  handle,
  name: text,
  operatorProvince: text.nullable(),
  location: text.nullable(),
  productCount: z.int().nullable(),
  producerCount: z.int().nullable(),
  status: text,
  year: z.int().nullable(),
  participants: z.array(text),
  source: handle,
  quote: text,
  nameBasis: z.enum(['verbatim', 'composed']),
  note: text.nullable(),
})

export const statisticSchema = z.strictObject({
  id: z.string().regex(/^[A-Z]{1,2}-\d{2}$/),
  title: text,
  titleEn: text,
  scope: z.strictObject({ level: text, name: text }),
  period: text.nullable(),
  asOf: day.nullable(),
  isTarget: z.boolean(),
  unit: text.nullable(),
  total: z.number().nullable(),
  dimension: text.nullable(),
  breakdown: z.array(
    z.object({ key: text, label: text, value: z.number() }).catchall(z.union([z.string(), z.number(), z.null()])),
  ),
  breakdownSum: z.number().nullable(),
  addsUp: z.boolean().nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  inconsistency: text.nullable(),
  inconsistencyEn: text.nullable(),
  note: text.nullable(),
  noteEn: text.nullable(),
  source: handle,
  quote: text,
})

export const legalInstrumentSchema = z.strictObject({
  id: z.string().regex(/^law-\d{3}$/),
  number: text.nullable(),
  type: text,
  date: text.nullable(),
  dateAsGiven: z.record(handle, text),
  issuer: text.nullable(),
  issuerBasis: text.nullable(),
  level: text.nullable(),
  subject: text.nullable(),
  citedIn: z.array(handle).min(1),
  inconsistency: text.nullable(),
  note: text.nullable(),
  source: handle,
  quote: text,
})

export const provinceSchema = z.strictObject({
  code,
  slug: handle,
  name: text,
  fullName: text,
  nameEn: text,
  ascii: text,
  type: text,
  typeFrom: text.optional(),
  typeBefore: text.optional(),
})
export const communeSchema = z.strictObject({
  code,
  name: text,
  type: text,
  provinceCode: code,
  ascii: text,
  typeFrom: text.optional(),
  typeBefore: text.optional(),
})
export const legacyPlaceSchema = z.strictObject({
  level: z.enum(['province', 'district', 'commune']),
  code,
  name: text,
  parentCode: code.nullable(),
  targets: z.array(code).min(1),
  split: z.boolean(),
})

/** A stand-in for a holder whom the document does not name, one for each place. */
export const placeholderProducerSchema = z.strictObject({
  handle,
  name: text,
  provinceCode: code,
  communeCode: code.nullable(),
  legacyPlace: text,
  products: z.array(text).min(1),
  source: handle,
})

/** Illustrative label, story, prices and stock of one product. */
export const sampleProductSchema = z.strictObject({
  id: text,
  producer: handle,
  /** Only for a product whose sector the document does not give. */
  sector: sectorSchema.nullable(),
  description: text,
  story: z.strictObject({ vi: text, en: text }),
  netContent: text.nullable(),
  ingredients: text.nullable(),
  allergens: text.nullable(),
  storage: text.nullable(),
  usage: text.nullable(),
  warning: text.nullable(),
  shelfLifeDays: z.int().positive().nullable(),
  /** What one package of the first variant holds; null for a service. */
  unitQuantity: z.strictObject({ value: z.number().positive(), unit: text }).nullable(),
  variants: z
    .array(
      z.strictObject({
        title: text,
        weightGrams: z.int().positive().nullable(),
        price: dong,
        stock: z.int().nonnegative(),
      }),
    )
    .min(1),
})

export const illustrationSchema = z.strictObject({
  id: text,
  colour: z.string().regex(/^#[0-9a-f]{6}$/),
  hero: text,
  heroColours: z.record(z.string(), z.string()).optional(),
  companions: z.tuple([text, text]),
})

export const decisionSchema = z.strictObject({
  /** Four digits with leading zeros: no real decision is written so. */
  number: z.string().regex(/^0\d{3}\/QĐ-/),
  date: day,
  authority: text,
  level: z.enum(['district', 'province', 'central']),
  legalBasis: text,
  rubricVersion: text,
  validFrom: day,
  validTo: day,
  recognitions: z
    .array(z.strictObject({ product: text, stars: z.literal([3, 4, 5]), points: z.number().min(50).max(100) }))
    .min(1),
})

export const sourceAreaSchema = z.strictObject({
  ref: handle,
  name: text,
  producer: handle,
  products: z.array(text).min(1),
  place: z.strictObject({ provinceCode: code, communeCode: code.nullable(), legacyName: text.nullable() }),
  areaHectares: z.number().positive().nullable(),
  growers: z.int().positive().nullable(),
  certificates: z.array(
    z.strictObject({
      name: text,
      number: text.nullable(),
      issuer: text.nullable(),
      validTo: day.nullable(),
      confidence,
    }),
  ),
  confidence,
})

/** Steps of a kind of product, oldest first; packing is added from the lot. `ratio`: share of the packed quantity. */
export const journeysSchema = z.record(
  z.string(),
  z
    .array(
      z.strictObject({
        step: z.string().regex(/^[a-z_]+$/),
        daysBefore: z.int().nonnegative(),
        hour: z.int().min(0).max(23),
        note: text,
        ratio: z.number().positive().nullable(),
        unit: text.nullable(),
        confidence,
      }),
    )
    .min(1),
)

export const lotSchema = z.strictObject({
  ref: handle,
  code: text,
  product: text,
  journey: text,
  sourceAreas: z.array(handle).min(1),
  packedOn: day,
  /** Packages of the first variant. */
  units: z.int().positive(),
  onSale: z.boolean(),
})

/** Which packages play the parts of `sampleCodes`. */
export const scenarioSchema = z.strictObject({
  genuine: z.strictObject({ lot: handle, index: z.int().nonnegative() }),
  expired: z.strictObject({ lot: handle, index: z.int().nonnegative() }),
  recalled: z.strictObject({ lot: handle, index: z.int().nonnegative(), reason: text, advice: text }),
  void: z.strictObject({ lot: handle, index: z.int().nonnegative(), reason: text }),
})

const weighed = { lotCode: text, material: text, kilograms: z.number().positive(), day, note: text }

/** A lot as producers write it down: harvested, made into something, packed. What is not taken stays in store. */
export const journalSchema = z.strictObject({
  ref: handle,
  product: text,
  sourceArea: handle,
  harvest: z.strictObject(weighed),
  processing: z.strictObject({ ...weighed, step: z.string().regex(/^[a-z_]+$/), taken: z.number().positive() }),
  packing: z.strictObject({
    lotCode: text,
    taken: z.number().positive(),
    /** Packages of the first variant. */
    packs: z.int().positive(),
    unit: text,
    day,
    note: text,
  }),
})

const looked = z.strictObject({
  look: z.enum(['criteria', 'mark_use', 'product_information', 'advertising']),
  result: z.enum(['pass', 'fail', 'not_looked']),
  note: z.string(),
})

/** An illustrative plan of post-inspections, and how far each of its inspections has come. */
export const postInspectionPlanSchema = z.strictObject({
  year: z.int(),
  provinceCode: code,
  title: text,
  approval: z.strictObject({ number: text, date: day }),
  items: z.array(
    z.strictObject({
      /** Id of a product that a decision of the samples recognises. */
      product: text,
      month: z.int().min(1).max(12),
      /** Null while nobody was there. */
      record: z
        .strictObject({
          place: text,
          day,
          team: z.array(z.strictObject({ name: text, unit: text })).min(1),
          looks: z.array(looked).length(4),
          violations: z.array(
            z.enum([
              'lapsed',
              'wrong_stars',
              'other_product',
              'unrecognised_seller',
              'altered_mark',
              'star_on_sign',
              'misleading_advertising',
            ]),
          ),
        })
        .nullable(),
      conclusion: z
        .strictObject({ text, on: day, followUps: z.array(z.strictObject({ what: text, dueOn: day })) })
        .nullable(),
    }),
  ),
})
