import type { Connection } from '../../database/open.ts'
import { refusal } from '../../flow/refusal.ts'
import { holdersOf } from './store/posts.ts'

/** Whether nobody else is system administrator on a day. Ask it after `raiseRules`: that lets one change of posts at a time through. */
export const isLast = async (connection: Connection, district: string, account: string, day: string): Promise<boolean> =>
  (await holdersOf(connection, district, 'systemAdmin', day)).every((one) => one === account)

export const lastOne = refusal(
  'rule',
  '这是最后一位系统管理员，先任命另一位再免',
  'this is the last system administrator: appoint another first',
)
