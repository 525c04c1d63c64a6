import { model } from '@medusajs/framework/utils'

/** A paper of the producer's store put into a dossier, as it was then. */
export const DossierPaper = model
  .define('DossierPaper', {
    id: model.id({ prefix: 'dpap' }).primaryKey(),
    dossier_id: model.text(),
    /** What it is there for: `criterion:<id>`, or `slot:<name>` of a compulsory paper. */
    place: model.text(),
    paper_id: model.text(),
    /** Hex SHA-256 of the paper's file when it was put in. */
    sha256: model.text(),
  })
  .indexes([
    {
      name: 'IDX_dossier_paper_unique',
      on: ['dossier_id', 'place', 'paper_id'],
      unique: true,
      where: 'deleted_at IS NULL',
    },
    { name: 'IDX_dossier_paper_paper', on: ['paper_id'], where: 'deleted_at IS NULL' },
  ])
