import { Button, Heading, StatusBadge, Text } from '@medusajs/ui'
import { useState } from 'react'
import { readableMoment } from '../../calendar/vietnam-moment'
import type { ApplicationEntry as Entry } from '../../sellers/application-view'
import { ApplicationCase } from './application-case'
import { APPLICATION_STATE_WORDS, LEGAL_FORM_WORDS } from './application-words'

const COLORS = { draft: 'grey', submitted: 'orange', sent_back: 'blue', approved: 'green', refused: 'red' } as const

/** One application in the queue; opened it shows everything there is to judge. */
export function ApplicationEntry({ entry }: { entry: Entry }) {
  const [open, setOpen] = useState(false)
  const { id, number, name, state, legalForm, place, submittedAt, sample } = entry
  return (
    <li className="flex flex-col gap-3 px-4 py-4 sm:px-6" aria-labelledby={id}>
      <div className="flex flex-wrap items-center gap-2">
        <Heading level="h2" id={id}>
          {name}
        </Heading>
        <StatusBadge color={COLORS[state]}>{APPLICATION_STATE_WORDS[state]}</StatusBadge>
        {sample ? <StatusBadge color="grey">Dữ liệu minh hoạ</StatusBadge> : null}
      </div>
      <Text size="small" className="text-ui-fg-subtle">
        {[number, LEGAL_FORM_WORDS[legalForm], place, submittedAt && `nộp ${readableMoment(submittedAt)}`]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <Button
        size="small"
        variant="secondary"
        className="self-start"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {open ? 'Thu gọn' : 'Xem đơn'}
      </Button>
      {open ? <ApplicationCase id={id} /> : null}
    </li>
  )
}
