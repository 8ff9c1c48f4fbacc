import { formWords } from '../forms.ts'
import { type Words, words } from '../words.ts'

/** What a validator found wrong with one entry. */
export interface Flaw {
  keyword: string
  instancePath: string
  params: Record<string, unknown>
}

const number = (value: unknown): string => (typeof value === 'number' ? String(value) : '')

/** What a form, a kind of value and a bound ask for, as whoever fills in a form understands it. */
const formats: Readonly<Record<string, Words>> = {
  date: words('日期写成 2026-03-02', 'a day is written as 2026-03-02'),
  'date-time': words('日期和时间写成 2026-03-02T09:00:00+08:00', 'a moment is written as 2026-03-02T09:00:00+08:00'),
}
const types: Readonly<Record<string, Words>> = {
  string: words('应为文字', 'must be a text'),
  number: words('应为数字', 'must be a number'),
  integer: words('应为整数', 'must be a whole number'),
  boolean: words('应为是或否', 'must be yes or no'),
  array: words('应为列表', 'must be a list'),
}
const bounds: Readonly<Record<string, (limit: string) => Words>> = {
  '<=': (limit) => words(`最大 ${limit}`, `is at most ${limit}`),
  '>=': (limit) => words(`最小 ${limit}`, `is at least ${limit}`),
  '<': (limit) => words(`要小于 ${limit}`, `is less than ${limit}`),
  '>': (limit) => words(`要大于 ${limit}`, `is more than ${limit}`),
}
const wrongForm = words('格式不对', 'has the wrong form')
const notAsItMust = () => words('不符合要求', 'is not as it must be')

/** What a pattern asks for. One that has no words of its own is that of a text: there, what cannot be seen is wrong. */
function patternWords(pattern: unknown): Words {
  const form = formWords(String(pattern))
  if (form) return words(`格式不对，请${form.zh}`, `has the wrong form: ${form.en}`)
  return typeof pattern === 'string' && pattern.startsWith('^(?=')
    ? words('格式不对，不能全是空格或含控制字符', 'has the wrong form: no control characters, and not only blanks')
    : wrongForm
}

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
      return patternWords(params.pattern)
    case 'format':
      return formats[String(params.format)] ?? wrongForm
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
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return (bounds[String(params.comparison)] ?? notAsItMust)(limit)
    case 'enum':
      return words('不在可选范围内', 'is none of the choices')
    case 'type':
      return types[String(params.type)] ?? notAsItMust()
    default:
      return notAsItMust()
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
