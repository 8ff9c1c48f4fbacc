import { Suspense, useState } from 'react'
import type { View } from '#kernel/flow/view.ts'
import { command } from '#web/shared/ask.ts'
import type { FlowDescription } from '#web/shared/flow.ts'
import { Choice } from '#web/shared/form/Choice.tsx'
import { forgetTyped, SchemaForm } from '#web/shared/form/SchemaForm.tsx'
import { Select } from '#web/shared/form/Select.tsx'
import type { Schema, Values } from '#web/shared/form/schema.ts'
import { useSay, type Words, w } from '#web/shared/language.ts'
import { lazyPage } from '#web/shared/lazyPage.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { useSending } from '#web/shared/sending.ts'
import type { ErrandRow } from '../contract/errand.ts'
import { isGiven, isToKeep } from '../contract/given.ts'

// The community's and the helpers' own to do: a resident's phone does without.
const HelperField = lazyPage(() => import('./HelperField.tsx'))

const labels: Record<string, Words> = {
  helper: w('请谁代办', 'Who is to help'),
  because: w('原因（居民会看到）', 'Why (the resident reads it)'),
  'erase.because': w(
    '姓名、电话、说明、照片和签字当即销毁，不能恢复。本人怎么提出的（不写姓名、电话）',
    'Name, telephone, note, photos and signatures are destroyed at once, for good. How they asked for it (no name, no telephone)',
  ),
  missing: w('还缺什么', 'What is missing'),
  paper: w('哪一份材料', 'Which paper'),
  remedy: w('怎么补救（居民和社区书记马上会看到）', 'What is done about it (the resident and the secretary read it at once)'),
  satisfied: w('办得满意吗', 'Are you content'),
  words: w('想说的话', 'A word'),
}
const english: Record<string, string> = {
  ...{
    assign: 'Name a helper',
    takeOver: 'Take it over',
    keep: 'Keep it',
    reassign: 'Another helper',
    begin: 'Begin',
    lose: 'A paper is lost',
    found: 'It is found',
    submit: 'Hand it in',
  },
  ...{ fetchBack: 'Fetched the originals', reject: 'It was refused', resume: 'Collect again', conclude: 'It is done' },
  ...{ confirm: 'Confirm and rate', withdraw: 'Withdraw', decline: 'Decline', destroyCopies: 'Copies are destroyed' },
  ...{ close: 'Close it', erase: 'Erase as they ask' },
}
const content = [
  { value: 'true', words: w('满意', 'yes') },
  { value: 'false', words: w('不满意', 'no') },
]
/** Handovers stand beside each paper, and signatures below them. */
const elsewhere = ['handOver', 'acknowledge', 'unsay', 'sign']
/** What brings an errand on: the first of it is what the page leads to. */
const onward = ['assign', 'takeOver', 'begin', 'submit', 'fetchBack', 'conclude', 'resume', 'confirm', 'close']

interface Shown {
  errand: ErrandRow
  changed: () => void
}

/** What whoever looks may do with an errand: each a form made from its contract. */
export function Steps({ errand, mayNot, changed }: Shown & Pick<View, 'mayNot'>) {
  const say = useSay()
  const may = errand.may.filter((name) => !elsewhere.includes(name))
  const notYet = Object.entries(mayNot).filter(([name, { kind }]) => kind === 'rule' && !elsewhere.includes(name))
  const asks = may.length + notYet.length > 0
  const { value: flow } = useLoaded<FlowDescription>(asks ? '/api/flows/errands' : undefined)
  const [open, setOpen] = useState<string>()
  if (!flow) return null
  const titleOf = (name: string) => w(flow.commands[name]?.zh ?? name, english[name] ?? name)
  const schema = open === undefined ? undefined : flow.commands[open]?.input
  if (open !== undefined && schema)
    return <Form {...{ errand, schema, name: open, title: titleOf(open), changed }} leave={() => setOpen(undefined)} />
  const sorted = may.toSorted((one, other) => Number(onward.includes(other)) - Number(onward.includes(one)))
  return (
    <>
      <div className="line">
        {sorted.map((name, index) => (
          <button
            key={name}
            type="button"
            className={index === 0 && onward.includes(name) ? 'button main' : 'button'}
            onClick={() => setOpen(name)}
          >
            {say(titleOf(name))}
          </button>
        ))}
      </div>
      {notYet.map(([name, because]) => (
        <p key={name} className="soft small">
          {say(w(`还不能${titleOf(name).zh}：${because.zh}`, `${titleOf(name).en}, not yet: ${because.en}`))}
        </p>
      ))}
    </>
  )
}

/** Whether a command may be about a paper. */
const isFor = (name: string, paper: ErrandRow['papers'][number]): boolean =>
  name === 'found' ? paper.state === 'lost' : name === 'keep' ? isToKeep(paper) : isGiven(paper)

interface Filled extends Shown {
  name: string
  title: Words
  schema: Schema
  leave: () => void
}

function Form({ errand: { id, version, papers }, name, title, schema, changed, leave }: Filled) {
  const place = `form.${id}.${name}`
  const { busy, problem, press } = useSending(
    (input: Values, key) => command(`/api/errands/${id}/${name}`, input, key, version),
    () => {
      forgetTyped(place)
      leave()
      changed()
    },
  )
  const meaning = {
    label: (field: string) => labels[`${name}.${field}`] ?? labels[field] ?? w(field, field),
    value: (value: string) => w(value, value),
    special: ({ path, value, change }: { path: string; value: unknown; change: (value: unknown) => void }) => {
      const label = labels[path] ?? w(path, path)
      const at = (index: number) => String(index)
      if (path === 'paper')
        return (
          <Select
            label={label}
            options={papers.flatMap((paper, index) =>
              isFor(name, paper) ? [{ value: at(index), words: w(paper.name, paper.name) }] : [],
            )}
            value={typeof value === 'number' ? at(value) : ''}
            choose={(chosen) => change(chosen === '' ? undefined : Number(chosen))}
            asks
          />
        )
      if (path === 'satisfied')
        return (
          <Choice
            legend={label}
            options={content}
            value={typeof value === 'boolean' ? String(value) : undefined}
            choose={(chosen) => change(chosen === 'true')}
          />
        )
      if (path !== 'helper') return undefined
      return (
        <Suspense>
          <HelperField {...{ label, value, change }} />
        </Suspense>
      )
    },
  }
  return <SchemaForm {...{ title, schema, meaning, place, busy, problem, press, leave }} />
}
