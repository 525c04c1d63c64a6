import type { MedusaContainer } from '@medusajs/framework/types'
import { roundsOfYear } from '@sao-lang/traceability/verify/rating'
import { type OfficialScope, placesOf, postsWith } from '../officials/official-scope'
import { rulesOn } from '../rules/rules-on'
import { evaluationsOf } from './access'
import { type RoundView, toRoundView } from './evaluation-view'

/** Rounds of a year and the next at the official's places, by their last day to send. */
export async function listRounds(
  container: MedusaContainer,
  official: OfficialScope,
  year: number,
): Promise<RoundView[]> {
  const { everywhere, provinceCodes, communeCodes } = placesOf(official, 'dossier:read')
  const ofCommunes = official.posts.flatMap(({ provinceCode, communeCode }) =>
    provinceCode && communeCode && communeCodes.includes(communeCode) ? [provinceCode] : [],
  )
  const rows = await evaluationsOf(container).listEvaluationRounds(
    {
      year: [year, year + 1],
      ...(everywhere ? {} : { level: 'province', province_code: [...provinceCodes, ...ofCommunes] }),
    },
    { take: null, order: { sends_until: 'ASC', id: 'ASC' } },
  )
  return rows.map(toRoundView)
}

/** A round the law asks for that is not on record yet. */
export interface DueRound {
  level: 'province' | 'ministry'
  provinceCode: string | null
  year: number
  no: number
  sendsUntil: string
  meetsBy: string
}

/** What the law asks for in a year at the places where the official may open rounds, less what is there. */
export async function dueRounds(
  container: MedusaContainer,
  official: OfficialScope,
  year: number,
  known: readonly RoundView[],
): Promise<DueRound[]> {
  const { rounds } = await rulesOn(container, official.day)
  const seats = postsWith(official, 'sitting:prepare').flatMap(({ level, provinceCode }) =>
    level === 'commune' ? [] : [{ level, provinceCode }],
  )
  const due = seats.flatMap(({ level, provinceCode }) =>
    roundsOfYear(rounds, year, level === 'ministry' ? 'central' : 'province').map(({ sentBy, doneBy }, at) => ({
      ...{ level, provinceCode, year, no: at + 1, sendsUntil: sentBy, meetsBy: doneBy },
    })),
  )
  const name = (each: Pick<DueRound, 'level' | 'provinceCode' | 'year' | 'no'>) =>
    `${each.level}:${each.provinceCode}:${each.year}:${each.no}`
  const there = new Set(known.map(name))
  return due.filter((each, at) => !there.has(name(each)) && due.findIndex((other) => name(other) === name(each)) === at)
}
