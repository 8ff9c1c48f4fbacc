import { type Refusal, refusal } from '../flow/refusal.ts'
import { isStreetForm, standsUnder, type UnitKind, unitKinds } from './kinds.ts'

/** What a unit knows of where it lies. */
export interface Above {
  kind: UnitKind
  street: string | null
  community: string | null
}

/** In which street and community a unit lies, by what it stands under; or why it cannot stand there. */
export function liesIn(
  { code, kind }: { code: string; kind: UnitKind },
  parent: Above | undefined,
): { street: string | null; community: string | null } | Refusal {
  const allowed = standsUnder[kind]
  if (allowed.length > 0 && !(parent && allowed.includes(parent.kind))) {
    const [zh, en] = [allowed.map((one) => unitKinds[one].zh).join('、'), allowed.map((one) => unitKinds[one].en).join(', ')]
    return refusal(
      'badInput',
      `${unitKinds[kind].zh}的上级应为${zh}，请另选`,
      `a ${unitKinds[kind].en} stands under a ${en}: choose another`,
    )
  }
  return {
    street: kind === 'street' ? code : (parent?.street ?? null),
    community: kind === 'community' ? code : (parent?.community ?? null),
  }
}

/** A street, and nothing else, says which form it has. */
export const formFits = (kind: UnitKind, form: unknown): Refusal | undefined =>
  (kind === 'street') === isStreetForm(form)
    ? undefined
    : refusal(
        'badInput',
        '街道（且仅街道）须注明是街道还是发展中心',
        'a street, and nothing else, says whether it is a development centre',
      )

/** A district is set up, not added; and what others stand under or lie in keeps its kind, since they go by it. */
export function mayBecome(before: UnitKind | undefined, after: UnitKind, holdsOthers: boolean): Refusal | undefined {
  if (before === after) return undefined
  if (before === 'district' || after === 'district')
    return refusal('rule', '区不在这里新增或更改', 'a district is set up with the installation, not here')
  if (before !== undefined && holdsOthers)
    return refusal(
      'rule',
      '它下面还有单位或网格，不能改类型；先把它们移走',
      'other units or grids are in it, so its kind stays: move them first',
    )
  return undefined
}
