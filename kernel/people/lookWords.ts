import { ahead, opened, takenAlong } from '../vault/looks.ts'
import { type Words, words } from '../words.ts'

/** A kind of personal data that is looked at, in words. */
export const lookedAtWords = (field: string): Words => fields.get(field) ?? words('其他', 'other data')

/** Why somebody looked, in words: what they gave as their reason, if it is none of ours. */
export const reasonWords = (reason: string): Words => reasons.get(reason) ?? words(reason, reason)

const fields: ReadonlyMap<string, Words> = new Map([
  ['name', words('姓名', 'name')],
  ['phone', words('手机号', 'telephone')],
  ['home', words('住址', 'address')],
  ['words', words('原话', 'own words')],
  ['where', words('具体位置', 'exact place')],
  ['photos', words('照片', 'photos')],
  ['note', words('说明', 'note')],
  ['address', words('地址', 'address')],
  ['host.name', words('店名或场所名称', 'name of the shop or place')],
  ['about', words('说明', 'what they said of it')],
])

const reasons: ReadonlyMap<string, Words> = new Map([
  [opened, words('打开办理', 'opened to be handled')],
  [ahead, words('放进手机备用', 'put on a phone, to be handled without a network')],
  [takenAlong, words('本人下载自己的资料', 'took a copy of their own data along')],
])
