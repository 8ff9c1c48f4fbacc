import { type Words, words } from '../../words.ts'
import {
  type GridKind,
  type GridLevel,
  isGridKind,
  isGridLevel,
  isStreetForm,
  isUnitKind,
  type StreetForm,
  standsUnder,
  type UnitKind,
  unitKinds,
} from '../kinds.ts'

type Properties = Readonly<Record<string, unknown>>

export interface GridProperties {
  code: string
  name: string
  level: GridLevel
  kind: GridKind
  community: string
  parent?: string
}

export interface UnitProperties {
  code: string
  name: string
  kind: UnitKind
  form?: StreetForm
  parent?: string
  serves?: readonly string[]
  residents?: number
}

/** What a grid's feature says of it; `kind` is `base` where it does not say. */
export function gridProperties(properties: Properties): GridProperties | { problem: Words } {
  const named = codeAndName(properties)
  if ('problem' in named) return named
  const { level, kind = 'base', community, parent } = properties
  if (!isGridLevel(level)) return { problem: words('网格级别(level)应为 1、2 或 3', 'level must be 1, 2 or 3') }
  if (!isGridKind(kind)) return { problem: words('网格类型(kind)应为 base 或 dedicated', 'kind must be base or dedicated') }
  if (!isText(community))
    return { problem: words('缺少所属社区代码(community)', 'community is missing: the code of the community it lies in') }
  const above = textOrNothing(parent)
  if (kind === 'base' && level > 1 && above === undefined)
    return { problem: words('缺少上级网格代码(parent)', 'parent is missing: the code of the grid one level up') }
  if (kind === 'base' && level === 1 && above !== undefined)
    return { problem: words('一级网格没有上级网格', 'a grid of level 1 has no parent: leave it out') }
  return { ...named, level, kind, community, ...(above !== undefined && { parent: above }) }
}

/** What a unit's feature says of it. */
export function unitProperties(properties: Properties): UnitProperties | { problem: Words } {
  const named = codeAndName(properties)
  if ('problem' in named) return named
  const { kind, form, parent, serves, residents } = properties
  if (!isUnitKind(kind)) {
    const known = Object.keys(unitKinds).join(', ')
    return { problem: words(`单位类型(kind)应为：${known}`, `kind must be one of ${known}`) }
  }
  if ((kind === 'street') !== isStreetForm(form))
    return {
      problem: words(
        '街道(且仅街道)须注明 form：street 或 developmentCentre',
        'a street, and nothing else, says its form: street or developmentCentre',
      ),
    }
  const above = textOrNothing(parent)
  if (standsUnder[kind].length > 0 && above === undefined)
    return { problem: words('缺少上级单位代码(parent)', 'parent is missing: the code of the unit it stands under') }
  if (residents !== undefined && !isNumberOfPeople(residents))
    return { problem: words('居住人数(residents)应为 0 到 20000 的整数', 'residents must be a whole number up to 20000') }
  return {
    ...named,
    kind,
    ...(kind === 'building' && residents !== undefined && { residents }),
    ...(isStreetForm(form) && { form }),
    ...(above !== undefined && { parent: above }),
    ...(kind === 'propertyCompany' && Array.isArray(serves) && { serves: serves.filter(isText) }),
  }
}

const isNumberOfPeople = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 20_000

function codeAndName({ code, name }: Properties): { code: string; name: string } | { problem: Words } {
  if (typeof code !== 'string' || !/^[A-Za-z0-9_-]{1,60}$/.test(code))
    return {
      problem: words(
        '缺少代码(code),或代码含有字母、数字、-、_ 以外的字符',
        'code is missing, or has other characters than letters, digits, - and _',
      ),
    }
  if (!isText(name) || name.length > 100)
    return { problem: words('缺少名称(name),或名称超过100字', 'name is missing or longer than 100 characters') }
  return { code, name: name.trim() }
}

// Control characters have no place in a name; PostgreSQL cannot even store the first of them.
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '' && !/\p{Cc}/u.test(value)
const textOrNothing = (value: unknown) => (isText(value) ? value : undefined)
