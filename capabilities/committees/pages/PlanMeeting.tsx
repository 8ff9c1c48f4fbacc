import { useLocation } from 'wouter'
import { command } from '#web/shared/ask.ts'
import { forgetTyped, SchemaForm } from '#web/shared/form/SchemaForm.tsx'
import { Select } from '#web/shared/form/Select.tsx'
import type { Values } from '#web/shared/form/schema.ts'
import { w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { Skeleton } from '#web/shared/parts.tsx'
import { useSending } from '#web/shared/sending.ts'
import { useActs } from './Act.tsx'
import { labelOf, text, valueWords } from './words.ts'

const place = 'form.meetings.plan'

/** The form of a new meeting. */
export function PlanMeeting({ street }: { street: string }) {
  const [, go] = useLocation()
  const { flow, titleOf } = useActs('meetings')
  const { value: committees } = useLoaded<{ rows: { key: string; entry: { name: string } }[] }>(
    `/api/registers/committees?${new URLSearchParams({ street })}`,
  )
  const { busy, problem, press } = useSending(
    (input: Values, key) => command<{ id: string }>('/api/meetings', input, key),
    ({ id }) => {
      forgetTyped(place)
      go(`/console/meetings/${id}`)
    },
  )
  const schema = flow?.commands.plan?.input
  if (!schema || !committees) return <Skeleton rows={6} />
  const options = committees.rows.map(({ key, entry: { name } }) => ({ value: key, words: w(name, name) }))
  return (
    <SchemaForm
      {...{ schema, place, busy, problem, press }}
      title={titleOf('plan')}
      begun={{ agenda: [{ decides: true }] }}
      fieldsFor={() => ['committee', 'startsAt', 'endsAt', 'venue', 'agenda']}
      meaning={{
        ...{ label: labelOf, value: valueWords },
        special: ({ path, value, change }) =>
          path === 'committee' ? (
            <Select label={labelOf('committee')} value={text(value)} choose={change} options={options} asks />
          ) : undefined,
      }}
      leave={() => go('/console/meetings')}
    />
  )
}
