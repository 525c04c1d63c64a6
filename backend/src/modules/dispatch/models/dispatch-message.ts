import { model } from '@medusajs/framework/utils'
import { MESSAGE_CHANNELS, MESSAGE_STATES } from '../states'

/**
 * A message to a person outside the site, written in the transaction of what it tells. Address and link are sealed together and
 * erased once it is sent; the words are made from kind and params when it goes.
 */
export const DispatchMessage = model
  .define('DispatchMessage', {
    /** UUIDv7 made by the application. */
    id: model.text().primaryKey(),
    /** The same news told again is the same message. */
    dedupe_key: model.text(),
    channel: model.enum([...MESSAGE_CHANNELS]),
    kind: model.text(),
    params: model.json(),
    locale: model.enum(['vi', 'en']),
    /** By what the operator knows the receiver again: `n•••@example.com`. */
    hint: model.text(),
    sealed: model.json().nullable(),
    state: model.enum([...MESSAGE_STATES]),
    reason: model.text().nullable(),
    attempts: model.number().default(0),
    next_attempt_at: model.dateTime(),
    sent_at: model.dateTime().nullable(),
    last_error: model.text().nullable(),
  })
  .indexes([
    { name: 'IDX_dispatch_message_due', on: ['next_attempt_at'], where: "state = 'waiting'" },
    { name: 'IDX_dispatch_message_state', on: ['state', 'id'] },
  ])
