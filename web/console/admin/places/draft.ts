import { freshId } from '../../../shared/fresh.ts'
import type { Alias } from './AliasFields.tsx'
import type { UnitCard } from './unit.ts'

/** A unit as it stands in a form. */
export interface Draft {
  name: string
  kind: string
  form: string
  aliases: Alias[]
  serves: string[]
  longitude: string
  latitude: string
  system: string
}

export const emptyDraft = (kind: string): Draft => ({
  ...{ name: '', kind, form: 'street', aliases: [], serves: [], longitude: '', latitude: '', system: 'wgs84' },
})

export const draftOf = ({ name, kind, form, aliases, point, serves }: UnitCard): Draft => ({
  ...emptyDraft(kind),
  name,
  ...(form !== undefined && { form }),
  aliases: aliases.map((alias) => ({ key: freshId(), ...alias })),
  serves,
  ...(point && { longitude: String(point.longitude), latitude: String(point.latitude) }),
})

const typedPoint = ({ longitude, latitude, system }: Draft) => ({
  longitude: Number(longitude.trim()),
  latitude: Number(latitude.trim()),
  system,
})
const named = ({ aliases }: Draft) => aliases.map(({ alias, kind }) => ({ alias: alias.trim(), kind }))
const hasPoint = ({ longitude, latitude }: Draft) => longitude.trim() !== '' && latitude.trim() !== ''

/** What is sent for a new unit. */
export const asNew = (draft: Draft, code: string, parent: string) => ({
  ...{ code: code.trim(), parent, name: draft.name.trim(), kind: draft.kind, aliases: named(draft) },
  ...(draft.kind === 'street' && { form: draft.form }),
  ...(draft.kind === 'propertyCompany' && { serves: draft.serves }),
  ...(hasPoint(draft) && { point: typedPoint(draft) }),
})

/** What is sent of a correction: only what is another than before. */
export function asCorrection(draft: Draft, before: Draft, parent: string | undefined, card: UnitCard) {
  const moved = draft.longitude !== before.longitude || draft.latitude !== before.latitude || draft.system !== before.system
  return {
    ...(draft.name.trim() !== card.name && { name: draft.name.trim() }),
    ...(draft.kind !== card.kind && { kind: draft.kind }),
    ...(draft.kind === 'street' && draft.form !== card.form && { form: draft.form }),
    ...(parent !== undefined && parent !== card.parent && { parent }),
    ...(JSON.stringify(named(draft)) !== JSON.stringify(named(before)) && { aliases: named(draft) }),
    ...(draft.kind === 'propertyCompany' && draft.serves.join() !== card.serves.join() && { serves: draft.serves }),
    ...(moved && hasPoint(draft) && { point: typedPoint(draft) }),
  }
}
