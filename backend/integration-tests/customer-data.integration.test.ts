import { ContainerRegistrationKeys } from '@medusajs/framework/utils'
import { NOT_OF_BUYERS, PERSONAL_COLUMN, PERSONAL_TABLES } from '../src/customers/personal-tables'
import { shopSuite } from './shop-suite'

shopSuite(({ getContainer }) => {
  const columns = async () => {
    const connection = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const { rows } = await connection.raw<{ rows: { table_name: string; column_name: string }[] }>(
      `SELECT c.table_name, c.column_name FROM information_schema.columns c
       JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
       WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'`,
    )
    return rows
  }

  it('knows of every table with a column that looks personal whose data it holds', async () => {
    const known = new Map(PERSONAL_TABLES.map(({ table, columns }) => [table, columns]))
    const unknown = (await columns())
      .filter(({ column_name }) => PERSONAL_COLUMN.test(column_name))
      .filter(({ table_name, column_name }) => !known.get(table_name)?.includes(column_name))
      .filter(({ table_name }) => !Object.hasOwn(NOT_OF_BUYERS, table_name) || known.has(table_name))
      .map(({ table_name, column_name }) => `${table_name}.${column_name}`)
    expect(unknown.sort()).toEqual([])
  })
})
