import { isUri } from './uri.ts'

/**
 * The words of CBV 2.0 that EPCIS 2.0 documents in JSON write bare (EPCIS 2.0, 9.5; CBV 2.0, sections 7 and 10), and
 * how each becomes a URI. The words are the standard's own, in its spelling.
 */
export interface Vocabulary {
  /** The field that takes it, for messages. */
  name: string
  words: ReadonlySet<string>
  /** What a word is appended to for its web URI, which is what the event hash sees. */
  base: string
  /** The EPCIS 1.x form, which JSON documents must not use; null where there was none. */
  urn: string | null
  /** A word of it, for messages. */
  example: string
}

const CBV = 'https://ref.gs1.org/cbv/'
const GS1_VOC = 'https://gs1.org/voc/'

function vocabulary(name: string, base: string, urn: string | null, words: string): Vocabulary {
  const list = words.trim().split(/\s+/)
  return { name, words: new Set(list), base, urn, example: list[0] ?? '' }
}

/** CBV 2.0, 7.1 */
export const BIZ_STEPS = vocabulary(
  'business step',
  `${CBV}BizStep-`,
  'urn:epcglobal:cbv:bizstep:',
  `accepting arriving assembling collecting commissioning consigning creating_class_instance cycle_counting
  decommissioning departing destroying disassembling dispensing encoding entering_exiting holding inspecting installing
  killing loading other packing picking receiving removing repackaging repairing replacing reserving retail_selling
  sampling sensor_reporting shipping staging_outbound stock_taking stocking storing transporting unloading unpacking
  void_shipping`,
)

/** CBV 2.0, 7.2 */
export const DISPOSITIONS = vocabulary(
  'disposition',
  `${CBV}Disp-`,
  'urn:epcglobal:cbv:disp:',
  `active available completeness_inferred completeness_verified conformant container_closed container_open damaged
  destroyed dispensed disposed encoded expired in_progress in_transit inactive mismatch_class mismatch_instance
  mismatch_quantity needs_replacement no_pedigree_match non_conformant non_sellable_other partially_dispensed recalled
  reserved retail_sold returned sellable_accessible sellable_not_accessible stolen unavailable unknown`,
)

/** CBV 2.0, 7.3 */
export const BIZ_TRANSACTION_TYPES = vocabulary(
  'business transaction type',
  `${CBV}BTT-`,
  'urn:epcglobal:cbv:btt:',
  'bol cert desadv inv pedigree po poc prodorder recadv rma testprd testres upevt',
)

/** CBV 2.0, 7.4 */
export const SOURCE_DEST_TYPES = vocabulary(
  'source or destination type',
  `${CBV}SDT-`,
  'urn:epcglobal:cbv:sdt:',
  'owning_party possessing_party location',
)

/** CBV 2.0, 7.5 */
export const ERROR_REASONS = vocabulary(
  'error reason',
  `${CBV}ER-`,
  'urn:epcglobal:cbv:er:',
  'did_not_occur incorrect_data',
)

/** CBV 2.0, 7.6: which part of a measured vector or position a value is. */
export const COMPONENTS = vocabulary(
  'component',
  `${CBV}Comp-`,
  null,
  `x y z altitude axial_distance azimuth easting elevation_angle height latitude longitude northing polar_angle
  spherical_radius`,
)

/** `gs1:MeasurementType`, EPCIS 2.0, 7.3.7 */
export const MEASUREMENT_TYPES = vocabulary(
  'measurement type',
  GS1_VOC,
  null,
  `Temperature AbsoluteHumidity AbsorbedDose AbsorbedDoseRate Acceleration Altitude AmountOfSubstance
  AmountOfSubstancePerUnitVolume Angle AngularAcceleration AngularMomentum AngularVelocity Area Capacitance Conductance
  Conductivity Count Density Dimensionless DoseEquivalent DoseEquivalentRate DynamicViscosity ElectricCharge
  ElectricCurrent ElectricCurrentDensity ElectricFieldStrength Energy Exposure Force Frequency Illuminance Inductance
  Irradiance KinematicViscosity Length LinearMomentum Luminance LuminousFlux LuminousIntensity MagneticFlux
  MagneticFluxDensity MagneticVectorPotential Mass MassConcentration MassFlowRate MassPerAreaTime MemoryCapacity
  MolalityOfSolute MolarEnergy MolarMass MolarVolume Power Pressure RadiantFlux RadiantIntensity Radioactivity
  RelativeHumidity Resistance Resistivity SolidAngle SpecificVolume Speed SurfaceDensity SurfaceTension Time Torque
  Voltage Volume VolumeFlowRate VolumeFraction VolumetricFlux Wavenumber`,
)

/** `gs1:SensorAlertType`, EPCIS 2.0, 7.3.7 */
export const SENSOR_ALERT_TYPES = vocabulary('sensor alert type', GS1_VOC, null, 'ALARM_CONDITION ERROR_CONDITION')

/** Namespaces GS1 alone gives meaning to, old addresses included: nobody else may coin a value below them. */
const RESERVED = /^(?:https?:\/\/(?:ref|ns)\.gs1\.org\/cbv\/|https?:\/\/(?:(?:www|ref)\.)?gs1\.org\/voc\/)/
/** Forms that JSON documents must replace by the bare word (EPCIS 2.0 JSON schema). */
const OUTDATED = /^(?:urn:epcglobal:cbv:|https?:\/\/ns\.gs1\.org\/cbv\/|https?:\/\/(?:www\.)?gs1\.org\/voc\/)/

/** The web URI of a bare word; a value that is no word of the vocabulary stays as it is. */
export function expandWord(vocabulary: Vocabulary, value: string): string {
  return vocabulary.words.has(value) ? vocabulary.base + value : value
}

/** The bare word a value stands for, in whichever of its forms (bare, web URI, URN); null when it is none. */
export function bareWord(vocabulary: Vocabulary, value: string): string | null {
  if (vocabulary.words.has(value)) return value
  const namespace = RESERVED.exec(value)?.[0]
  const prefix = namespace === undefined ? vocabulary.urn : namespace + vocabulary.base.replace(RESERVED, '')
  if (prefix === null || !value.startsWith(prefix)) return null
  const word = value.slice(prefix.length)
  return vocabulary.words.has(word) ? word : null
}

/**
 * What is wrong with a value for a field of this vocabulary, as the end of a sentence; null when it may stand. A value
 * may be a bare word of the standard, or a URI of the sender's own. In: the value, and the same with its prefix expanded.
 */
export function vocabularyFault(vocabulary: Vocabulary, value: string, expanded: string): string | null {
  if (vocabulary.words.has(value)) return null
  const word = bareWord(vocabulary, expanded)
  if (OUTDATED.test(value)) {
    return word === null
      ? 'must be a word of the standard or a URI of your own, not one below a namespace of GS1'
      : `must be written as the bare word "${word}" in JSON`
  }
  if (RESERVED.test(expanded)) return word === null ? `is no ${vocabulary.name} of CBV 2.0` : null
  if (isUri(value)) return null
  const known = spelledRight(vocabulary, value)
  if (known !== null) return `is no ${vocabulary.name} of CBV 2.0; "${known}" is`
  return `must be a ${vocabulary.name} of CBV 2.0, such as "${vocabulary.example}", or a URI of your own`
}

/** The word somebody meant who wrote it with other capitals, spaces or hyphens. */
function spelledRight(vocabulary: Vocabulary, value: string): string | null {
  const letters = (text: string) => text.toLowerCase().replaceAll(/[\s_-]/g, '')
  const meant = letters(value.slice(0, 100))
  for (const word of vocabulary.words) if (letters(word) === meant) return word
  return null
}
