import type { Words } from './language.ts'

const w = (zh: string, en: string): Words => ({ zh, en })

/** The kinds of personal data that are looked at. */
export const fieldWords: Record<string, Words> = {
  name: w('姓名', 'name'),
  phone: w('手机号', 'phone number'),
  home: w('住址', 'address'),
  words: w('原话', 'own words'),
  where: w('具体位置', 'exact place'),
  photos: w('照片', 'photos'),
}

/** What is told beside, for an errand or an application: nobody counts looks at it by its kind. */
const besideWords: Record<string, Words> = {
  note: w('说明', 'note'),
  address: w('地址', 'address'),
  'host.name': w('店名或场所名称', 'name of the shop or place'),
  about: w('说明', 'what they said of it'),
}

export const fieldName = (field: string): Words => fieldWords[field] ?? besideWords[field] ?? w('其他信息', 'other data')

/** What somebody saw of whom they looked at; `masked` are those that they saw half hidden alone, as 138****1234. */
export function seenWords(fields: readonly string[], masked: readonly string[]): Words {
  const list = (names: readonly string[]): Words => {
    const named = names.map(fieldName)
    return w([...new Set(named.map(({ zh }) => zh))].join('、'), [...new Set(named.map(({ en }) => en))].join(', '))
  }
  const [whole, half] = [list(fields.filter((field) => !masked.includes(field))), list(masked)]
  if (masked.length === 0) return whole
  return whole.zh === ''
    ? w(`${half.zh}（是遮住的）`, `${half.en} (half hidden)`)
    : w(`${whole.zh}（${half.zh}是遮住的）`, `${whole.en} (${half.en} half hidden)`)
}

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
