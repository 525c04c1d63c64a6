import { COMPONENTS, MEASUREMENT_TYPES, SENSOR_ALERT_TYPES } from './cbv.ts'
import { listOf, type Members, mapOf, objectOf, type Run } from './check.ts'
import { extensionsOf } from './extension-checks.ts'
import { boolean, decimal, hexBinary, pastMoment, text, uom, uri, word } from './leaf-checks.ts'
import { momentOf } from './timestamp.ts'

/** The HOW dimension, EPCIS 2.0, 7.3.7. */
const sensorMetadata = objectOf(
  'sensor metadata',
  mapOf({
    time: pastMoment,
    startTime: pastMoment,
    endTime: pastMoment,
    deviceID: uri,
    deviceMetadata: uri,
    rawData: uri,
    dataProcessingMethod: uri,
    bizRules: uri,
  }),
  [],
  extensionsOf('sensor metadata'),
  (value, pointer, run) => inOrder(value, 'startTime', 'endTime', pointer, run),
)

const sensorReport = objectOf(
  'a sensor report',
  mapOf({
    type: word(MEASUREMENT_TYPES),
    exception: word(SENSOR_ALERT_TYPES),
    deviceID: uri,
    deviceMetadata: uri,
    rawData: uri,
    dataProcessingMethod: uri,
    bizRules: uri,
    time: pastMoment,
    microorganism: uri,
    chemicalSubstance: uri,
    value: decimal,
    component: word(COMPONENTS),
    stringValue: text,
    booleanValue: boolean,
    hexBinaryValue: hexBinary,
    uriValue: uri,
    minValue: decimal,
    maxValue: decimal,
    meanValue: decimal,
    sDev: decimal,
    percRank: decimal,
    percValue: decimal,
    uom,
    coordinateReferenceSystem: uri,
  }),
  ['type'],
  extensionsOf('a sensor report'),
  sensorReportRules,
)

function sensorReportRules(report: Members, pointer: string, run: Run): void {
  const { minValue, maxValue, sDev, percRank } = report
  if (typeof minValue === 'number' && typeof maxValue === 'number' && minValue > maxValue) {
    run.log.addAt(pointer, 'minValue', `minValue ${minValue} is larger than maxValue ${maxValue}.`)
  }
  if (typeof sDev === 'number' && sDev < 0) run.log.addAt(pointer, 'sDev', 'A standard deviation is never below 0.')
  if (typeof percRank === 'number' && (percRank < 0 || percRank > 100)) {
    run.log.addAt(pointer, 'percRank', `percRank must be from 0 to 100, not ${percRank}.`)
  }
}

export const sensorElement = objectOf(
  'a sensor element',
  mapOf({ sensorMetadata, sensorReport: listOf(sensorReport, { atLeast: 1 }) }),
  ['sensorReport'],
  extensionsOf('a sensor element'),
)

function inOrder(value: Members, first: string, second: string, pointer: string, run: Run): void {
  const from = momentIn(value[first])
  const to = momentIn(value[second])
  if (from !== null && to !== null && from > to) {
    run.log.addAt(pointer, second, `${second} lies before ${first}.`)
  }
}

function momentIn(value: unknown): number | null {
  return typeof value === 'string' ? momentOf(value) : null
}
