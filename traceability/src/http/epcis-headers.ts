import type { IncomingMessage } from 'node:http'
import { CAPTURE_LIMITS } from '../events/capture.ts'
import type { EpcFormat } from '../events/query/query-document.ts'
import { EpcisProblem } from './epcis-problem.ts'

const VERSION = '2.0.0'

/** On every answer of the EPCIS interface (EPCIS 2.0, 12.3.2). */
export function answerHeaders(): Record<string, string> {
  return {
    'gs1-epcis-version': VERSION,
    'gs1-cbv-version': VERSION,
    'gs1-epcis-min': VERSION,
    'gs1-epcis-max': VERSION,
    'gs1-cbv-min': VERSION,
    'gs1-cbv-max': VERSION,
    'gs1-vendor-version': '1.0.0',
    'gs1-extensions': 'sao=https://saolang.vn/voc/',
    'gs1-epcis-capture-limit': String(CAPTURE_LIMITS.events),
    'gs1-epcis-capture-file-size-limit': String(CAPTURE_LIMITS.bytes),
  }
}

/**
 * Refuses a caller that asks for other versions than 2.0, for XML, or to be answered in something else than JSON. Throws
 * EpcisProblem (NotAcceptableException).
 */
export function checkVersions(incoming: IncomingMessage): void {
  for (const name of [
    'gs1-epcis-version',
    'gs1-cbv-version',
    'gs1-epcis-min',
    'gs1-cbv-min',
    'gs1-epcis-max',
    'gs1-cbv-max',
  ]) {
    const asked = headerOf(incoming, name)
    if (asked === null) continue
    const version = /^(\d+)(?:\.(\d+)){0,2}$/.exec(asked)?.[1]
    const fits = name.endsWith('-max')
      ? Number(version) >= 2
      : name.endsWith('-min')
        ? Number(version) <= 2
        : version === '2'
    if (version === undefined || !fits) {
      throw new EpcisProblem('NotAcceptableException', `${name}: version ${VERSION} is offered here, not "${asked}".`)
    }
  }
  const accept = headerOf(incoming, 'accept')
  if (accept !== null && !/(\*\/\*|application\/\*|application\/(ld\+|problem\+)?json)/i.test(accept)) {
    throw new EpcisProblem('NotAcceptableException', 'Answers are given as application/json.')
  }
}

/** GS1-Capture-Error-Behaviour (EPCIS 2.0, 12.6.1); rollback when it is not given. Throws EpcisProblem on any other word. */
export function captureBehaviourOf(incoming: IncomingMessage): 'rollback' | 'proceed' {
  const asked = headerOf(incoming, 'gs1-capture-error-behaviour') ?? 'rollback'
  if (asked === 'rollback' || asked === 'proceed') return asked
  throw new EpcisProblem('ValidationException', 'GS1-Capture-Error-Behaviour is rollback or proceed.')
}

/** GS1-EPC-Format; identifiers are answered as Digital Links when it is not given. Throws EpcisProblem on what is not offered. */
export function epcFormatOf(incoming: IncomingMessage): EpcFormat {
  const asked = headerOf(incoming, 'gs1-epc-format') ?? 'Always_GS1_Digital_Link'
  if (asked === 'No_Preference' || asked === 'Always_GS1_Digital_Link' || asked === 'Never_Translates') return asked
  throw new EpcisProblem(
    'NotAcceptableException',
    'GS1-EPC-Format is No_Preference, Always_GS1_Digital_Link or Never_Translates here; EPC URNs cannot be made of Digital Links without a register of company prefixes.',
  )
}

function headerOf(incoming: IncomingMessage, name: string): string | null {
  const value = incoming.headers[name]
  return Array.isArray(value) ? (value[0] ?? null) : (value ?? null)
}
