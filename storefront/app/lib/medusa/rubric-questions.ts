import type { RubricQuestion } from '@sao-lang/traceability/verify/rating'

/** The open questions that speak of a set: `23`, `24-25`, `6, 20, 23` and `all` name their sets. */
export function questionsOfSet(questions: readonly RubricQuestion[], setNo: number): RubricQuestion[] {
  return questions.filter(({ sets }) => sets === 'all' || sets.split(',').some((part) => spans(part.trim(), setNo)))
}

function spans(part: string, setNo: number): boolean {
  const [from, to] = part.split('-').map(Number)
  return from !== undefined && setNo >= from && setNo <= (to ?? from)
}
