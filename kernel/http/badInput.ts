import { type Words, words } from '../words.ts'

/** What a validator found wrong with one entry. */
export interface Flaw {
  keyword: string
  instancePath: string
  params: Record<string, unknown>
}

const number = (value: unknown): string => (typeof value === 'number' ? String(value) : '')

/** A flaw in words that say what to do. */
function wordsOf({ keyword, params }: Flaw): Words {
  const limit = number(params.limit)
  switch (keyword) {
    case 'required':
      return words('必填', 'is required')
    case 'additionalProperties':
    case 'boolean':
      return words('没有这一项', 'is no such field')
    case 'minLength':
      return words(limit === '1' ? '不能为空' : `至少 ${limit} 个字`, `has at least ${limit} characters`)
    case 'maxLength':
      return words(`最多 ${limit} 个字`, `has at most ${limit} characters`)
    case 'pattern':
      return words('格式不对，不能全是空格或含控制字符', 'has the wrong form: no control characters, and not only blanks')
    case 'format':
      return words(`格式不对，应为 ${String(params.format)}`, `is no ${String(params.format)}`)
    case 'minItems':
      return words(`至少 ${limit} 项`, `has at least ${limit} entries`)
    case 'maxItems':
      return words(`最多 ${limit} 项`, `has at most ${limit} entries`)
    case 'beyond':
      return words(`列表太长，或第 ${limit} 项以后有误`, `has too many entries, or a wrong one after the first ${limit}`)
    case 'tooDeep':
      return words(`嵌套太深，最多 ${limit} 层`, `lies more than ${limit} levels deep`)
    case 'uniqueItems':
      return words('有重复', 'has an entry twice')
    case 'minimum':
    case 'maximum':
      return words(`应 ${String(params.comparison)} ${limit}`, `must be ${String(params.comparison)} ${limit}`)
    case 'enum':
      return words('不在可选范围内', 'is none of the choices')
    case 'type':
      return words(`类型应为 ${String(params.type)}`, `must be ${String(params.type)}`)
    default:
      return words('不符合要求', 'is not as it must be')
  }
}

/** Which entries were wrong, each once, in words. What a branch of a choice complains of is left to the choice. */
export function fieldsOf(flaws: readonly Flaw[]): { field: string; because: Words }[] {
  const found = new Map<string, Words>()
  // A field too many is told twice; of very many, only that they are no fields.
  const telling = flaws.filter(({ keyword }) => keyword !== 'boolean')
  for (const flaw of telling.length > 0 ? telling : flaws) {
    const missing =
      flaw.keyword === 'required' && Array.isArray(flaw.params.requiredProperties) ? flaw.params.requiredProperties : undefined
    const extra =
      flaw.keyword === 'additionalProperties' && Array.isArray(flaw.params.additionalProperties)
        ? flaw.params.additionalProperties
        : undefined
    for (const name of missing ?? extra ?? ['']) {
      const field = [flaw.instancePath.slice(1).replaceAll('/', '.'), String(name)].filter(Boolean).join('.') || '内容'
      if (!found.has(field)) found.set(field, wordsOf(flaw))
    }
  }
  return [...found].slice(0, 10).map(([field, because]) => ({ field, because }))
}
