import { useState } from 'react'
import { ask, command, type Reply } from '#web/shared/ask.ts'
import type { FlowDescription } from '#web/shared/flow.ts'
import { Line } from '#web/shared/form/Line.tsx'
import { forgetTyped, SchemaForm } from '#web/shared/form/SchemaForm.tsx'
import type { Schema, Values } from '#web/shared/form/schema.ts'
import { useSay, type Words, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { useNow } from '#web/shared/now.ts'
import { Trouble } from '#web/shared/parts.tsx'
import { useSending } from '#web/shared/sending.ts'
import { isoDay } from '#web/shared/time.ts'
import type { ApplicationRow, SeenApplication } from '../contract/item.ts'

const labels: Record<string, Words> = {
  visitedOn: w('哪天上门的', 'When'),
  found: w('看到什么情况', 'What was seen'),
  because: w('为什么不同意（会告诉申请人）', 'Why not (the applicant reads it)'),
}
const english: Record<string, string> = {
  visit: 'Visited',
  approve: 'Approve',
  decline: 'Decline',
  publish: 'Register and publish',
}
const meaning = {
  label: (field: string) => labels[field] ?? w(field, field),
  value: (value: string) => w(value, value),
  special: () => undefined,
}

/** What the community may do with an application: each a form made from its contract; to publish it registers the station first. */
export function Decide({ application, changed }: { application: ApplicationRow; changed: () => void }) {
  const say = useSay()
  const { value: flow } = useLoaded<FlowDescription>(application.may.length > 0 ? '/api/flows/applications' : undefined)
  const [open, setOpen] = useState<string>()
  if (!flow) return null
  const titleOf = (name: string) => w(flow.commands[name]?.zh ?? name, english[name] ?? name)
  const schema = open === undefined ? undefined : flow.commands[open]?.input
  const leave = () => setOpen(undefined)
  if (open === 'publish') return <Publish {...{ application, changed, leave }} />
  if (open !== undefined && schema) return <Form {...{ application, schema, name: open, title: titleOf(open), changed, leave }} />
  return (
    <div className="line">
      {application.may.map((name, index) => (
        <button key={name} type="button" className={index === 0 ? 'button main' : 'button'} onClick={() => setOpen(name)}>
          {say(name === 'publish' ? w('登记并公布', 'Register and publish') : titleOf(name))}
        </button>
      ))}
    </div>
  )
}

interface Filled {
  application: ApplicationRow
  name: string
  title: Words
  schema: Schema
  changed: () => void
  leave: () => void
}

function Form({ application: { id, version }, name, title, schema, changed, leave }: Filled) {
  const place = `form.${id}.${name}`
  const { busy, problem, press } = useSending(
    (input: Values, key) => command(`/api/applications/${id}/${name}`, input, key, version),
    () => {
      forgetTyped(place)
      leave()
      changed()
    },
  )
  return <SchemaForm {...{ title, schema, meaning, place, busy, problem, press, leave }} />
}

/** Registers the station as the shop offered it, under a code, and tells the applicant. What was registered already is only published. */
function Publish({ application, changed, leave }: Pick<Filled, 'application' | 'changed' | 'leave'>) {
  const say = useSay()
  const today = isoDay(useNow())
  const [code, setCode] = useState('')
  const { busy, problem, press } = useSending(
    async (station: string, key): Promise<Reply<unknown>> => {
      const path = `/api/registers/stations/${encodeURIComponent(station)}`
      const there = await ask(path)
      if (!there.done && there.problem.status !== 404) return there
      const seen = await ask<{ item: SeenApplication }>(`/api/applications/${application.id}`)
      if (!seen.done) return seen
      const body = { entry: entryOf(seen.value.item, station, today), version: 0 }
      const made = there.done ? there : await ask(path, { method: 'PUT', body, headers: { 'idempotency-key': `${key} entry` } })
      if (!made.done) return made
      return command(`/api/applications/${application.id}/publish`, { station }, key, application.version)
    },
    () => {
      leave()
      changed()
    },
  )
  return (
    <form
      className="card stack close"
      onSubmit={(event) => {
        event.preventDefault()
        if (code.trim() !== '') void press(code.trim())
      }}
    >
      <h3>{say(w('登记并公布', 'Register and publish'))}</h3>
      <p className="soft">
        {say(
          w(
            '按申请的内容登记为驿站，居民马上能找到；以后可以在“驿站”里修改。',
            'It is registered as it was offered, and residents find it at once; it can be changed under stations.',
          ),
        )}
      </p>
      <Line
        label={w('驿站代码（小写字母、数字和连字符）', 'Code (small letters, digits, hyphens)')}
        value={code}
        change={setCode}
        most={60}
        autoComplete="off"
      />
      <Trouble problem={problem} />
      <div className="line">
        <button type="submit" className="button main" disabled={busy || code.trim() === ''}>
          {say(w('公布', 'Publish'))}
        </button>
        <button type="button" className="button" onClick={leave}>
          {say(w('先不', 'Not now'))}
        </button>
      </div>
    </form>
  )
}

function entryOf(application: SeenApplication, code: string, today: string) {
  const { kind, name, community, address, longitude, latitude, host, phone, services, facilities, hours, about, visitedOn } =
    application
  return {
    ...{ code, kind, name, community, address, longitude, latitude, host, keeper: community, services, facilities, hours },
    ...{ openedOn: today, ...(visitedOn !== undefined && visitedOn >= today && { verifiedOn: visitedOn }) },
    ...(phone !== undefined && { phone }),
    ...(about !== undefined && { about }),
  }
}
