import { model } from '@medusajs/framework/utils'
import { COUNCIL_ROLES } from '../../../evaluations/scoring'
import { Council } from './council'

/** A person on a council, and the body they come from. */
export const CouncilMember = model
  .define('CouncilMember', {
    id: model.id({ prefix: 'cmem' }).primaryKey(),
    official_id: model.text(),
    name: model.text(),
    role: model.enum([...COUNCIL_ROLES]),
    body: model.text(),
    council: model.belongsTo(() => Council, { mappedBy: 'members' }),
  })
  .indexes([
    {
      name: 'IDX_council_member_unique',
      on: ['council_id', 'official_id'],
      unique: true,
      where: 'deleted_at IS NULL',
    },
    { name: 'IDX_council_member_official', on: ['official_id'], where: 'deleted_at IS NULL' },
  ])
