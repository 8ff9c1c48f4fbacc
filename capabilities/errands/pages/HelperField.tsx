import { Select } from '#web/shared/form/Select.tsx'
import type { Words } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import type { Helper } from '../contract/errand.ts'
import { helperOptions, postOf } from './helpers.ts'

interface Asked {
  label: Words
  value: unknown
  change: (value: unknown) => void
}

/** Who is to help: the posts of the community and its grids, by who is there. */
export default function HelperField({ label, value, change }: Asked) {
  const { value: helpers } = useLoaded<Helper[]>('/api/errand-helpers')
  const chosen: Partial<Helper> = Object(value)
  return (
    <Select
      label={label}
      options={helperOptions(helpers ?? [])}
      value={helpers?.map(postOf).find((one) => one === `${chosen.role}@${chosen.unit}`) ?? ''}
      choose={(post) => {
        const one = helpers?.find((helper) => postOf(helper) === post)
        change(one && { role: one.role, unit: one.unit })
      }}
      asks
    />
  )
}
