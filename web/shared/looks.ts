import { type Words, w } from './language.ts'

/** The kinds of personal data that are looked at. */
export const fieldWords: Record<string, Words> = {
  name: w('姓名', 'name'),
  phone: w('手机号', 'phone number'),
  home: w('住址', 'address'),
  words: w('原话', 'own words'),
  where: w('具体位置', 'exact place'),
  photos: w('照片', 'photos'),
}

export const fieldName = (field: string): Words => fieldWords[field] ?? w('其他信息', 'other data')

/** Why somebody looked, in words: who opens an item to handle it gives no reason. */
export const reasonWords = (reason: string): Words => saidFor.get(reason) ?? w(reason, reason)

const saidFor: ReadonlyMap<string, Words> = new Map([
  ['opened', w('为了办这件事，打开看了内容', 'to handle it: opened the report and read it')],
  [
    'ahead',
    w('放进了手机，没有网络时也能办；不一定看过', 'put on their phone to handle it without a network; they may not have read it'),
  ],
  ['takenAlong', w('下载了一份自己的资料', 'took a copy of their own data along')],
])
