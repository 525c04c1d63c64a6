import { model } from '@medusajs/framework/utils'

/** A day on which a place takes other than its usual number of guests; none at all when it is closed. */
export const StayCalendar = model
  .define('StayCalendar', {
    id: model.id({ prefix: 'scal' }).primaryKey(),
    product_id: model.text(),
    /** yyyy-mm-dd at +07. */
    day: model.text(),
    guests: model.number(),
  })
  .indexes([{ name: 'IDX_stay_calendar_day_unique', on: ['product_id', 'day'], unique: true }])
