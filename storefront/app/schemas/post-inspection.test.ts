import { expect, test } from 'vitest'
import { conclusionSchema, followUpsIn, recordSchema } from './post-inspection.ts'

const record = {
  place: 'Xưởng chè',
  day: '2026-11-23',
  result_criteria: 'pass',
  note_criteria: '',
  result_mark_use: 'pass',
  note_mark_use: '',
  result_product_information: 'not_looked',
  note_product_information: '',
  result_advertising: 'not_looked',
  note_advertising: '',
}
const conclusion = {
  ...{ conclusion: 'Đạt các nội dung.', concludedOn: '2026-11-23' },
  ...{ mend_1: '', due_1: '', mend_2: '', due_2: '', mend_3: '', due_3: '' },
}

test('the team is one person a line, name and office parted by the first comma', () => {
  const parsed = recordSchema.parse({ ...record, team: ' Nguyễn Văn A , Sở NN, phòng 2 \n\nTrần B, UBND xã\r\n' })
  expect(parsed.team).toEqual([
    { name: 'Nguyễn Văn A', unit: 'Sở NN, phòng 2' },
    { name: 'Trần B', unit: 'UBND xã' },
  ])
})

test.each(['', 'Nguyễn Văn A', ', Sở NN'])('a line without name or office is refused: "%s"', (team) => {
  expect(recordSchema.safeParse({ ...record, team }).error?.issues[0]?.message).toBe('errorTeam')
})

test('what is to be mended needs words and a day; empty lines are nothing', () => {
  const whole = conclusionSchema.parse({ ...conclusion, mend_2: 'In lại nhãn', due_2: '2026-12-01' })
  expect(followUpsIn(whole)).toEqual([{ what: 'In lại nhãn', dueOn: '2026-12-01' }])
  for (const half of [{ mend_1: 'In lại nhãn' }, { due_1: '2026-12-01' }, { mend_1: 'In', due_1: '2026-12-01' }]) {
    const issue = conclusionSchema.safeParse({ ...conclusion, ...half }).error?.issues[0]
    expect([half, issue?.path, issue?.message]).toEqual([half, ['mend_1'], 'errorMend'])
  }
})
