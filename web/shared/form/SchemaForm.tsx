import { type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import type { Problem } from '../ask.ts'
import { useEnded } from '../ended.ts'
import { keep, kept } from '../kept.ts'
import { useSay, type Words, w } from '../language.ts'
import { lazyPage } from '../lazyPage.ts'
import { Trouble } from '../parts.tsx'
import { type Meaning, SchemaFields } from './SchemaFields.tsx'
import { asValues, type Flaw, filled, missingAt, needing, type Schema, type Values } from './schema.ts'

// Few forms ever need it: those that do fetch it then.
const SignInAgain = lazyPage(() => import('../SignInAgain.tsx'))

/** Fields under a heading of their own. */
export interface Section {
  title: Words
  fields: readonly string[]
}

interface Form {
  title: Words
  /** What the button says, where that is not the title; and the way out. */
  go?: Words
  leaveWords?: Words
  schema: Schema
  meaning: Meaning
  /** Where what is typed is kept on this device, until `forgetTyped`. */
  place: string
  /** What the form begins with. */
  begun?: Values
  /** The fields to ask for, by what is filled in so far; all of the schema, unless it says. */
  fieldsFor?: (values: Values) => readonly string[]
  /** What must be there besides what the schema requires, by what is filled in so far. */
  needed?: (values: Values) => readonly string[]
  /** The fields under headings; all in one, unless it says. */
  sections?: readonly Section[]
  /** What stands beside the form, by what is filled in so far. */
  beside?: (values: Values) => ReactNode
  /** What cannot be taken back is said before. */
  warning?: Words | undefined
  busy: boolean
  problem: Problem | undefined
  press: (values: Values) => void
  leave: () => void
}

/** Forgets what was typed into a form, once it has been sent. */
export function forgetTyped(place: string): void {
  keep(place, undefined)
}

/** A command as a form made from its contract: what is missing is said, and what was typed is there again when one comes back. */
export function SchemaForm({
  title,
  go = title,
  leaveWords = notNow,
  schema: declared,
  meaning,
  place,
  begun = {},
  ...more
}: Form) {
  const { fieldsFor, needed = noMore, sections, beside, warning, busy, problem, press, leave } = more
  const say = useSay()
  const [values, setValues] = useState<Values>(() => ({ ...begun, ...asValues(kept(place, {})) }))
  const [lacking, setLacking] = useState<Flaw[]>([])
  const hasEnded = useEnded(problem)
  const top = useRef<HTMLFormElement>(null)
  const opened = beside === undefined
  useEffect(() => {
    // One that opens in a page comes into sight; one that is the page is there.
    if (!opened) return
    top.current?.scrollIntoView({ block: 'start' })
    // Whoever has a keyboard goes on in it; on a phone the keyboard would cover half of it.
    if (matchMedia('(hover: hover)').matches) top.current?.querySelector<HTMLElement>('input, textarea, select')?.focus()
  }, [opened])
  // Once it was pressed the cursor goes to the first field that something is wrong with; while one mends them it stays where it is.
  const pressed = useRef(false)
  useEffect(() => {
    if (!pressed.current || (lacking.length === 0 && !problem)) return
    pressed.current = false
    top.current?.querySelector<HTMLElement>(`[data-wrong] :is(${enterable})`)?.focus()
  }, [lacking, problem])
  const formOf = (filledIn: Values) => {
    const schema = needing(declared, needed(filledIn))
    return { schema, fields: fieldsFor?.(filledIn) ?? Object.keys(schema.properties ?? {}) }
  }
  const lackingIn = (filledIn: Values) => {
    const { schema, fields } = formOf(filledIn)
    return missingAt(schema, filledIn, fields)
  }
  const { schema, fields } = formOf(values)
  const change = (next: Values) => {
    setValues(next)
    // What was named and is filled in now is named no longer; the rest still is.
    const still = new Set(lackingIn(next))
    setLacking((named) => named.filter(({ field }) => still.has(field)))
    keep(place, next)
  }
  const flaws = lacking.length > 0 ? lacking : (problem?.fields ?? [])
  // What stands beside fields is named here as they are called there; what is about none of them is said as it came.
  const namesOf = (some: readonly Flaw[]) => [
    ...new Set(some.map(({ field }) => say(meaning.label(field.split('.').findLast((name) => !/^\d+$/.test(name)) ?? field)))),
  ]
  const isMarked = problem?.fields?.every(({ field }) => fields.includes(field.split('.')[0] ?? field)) === true
  const lacks = [...new Set(lacking.map(({ field }) => field.split('.')[0] ?? field))]
  const fieldsIn = (some: readonly string[]) => (
    <SchemaFields {...{ schema, values, change, meaning, flaws }} fields={some.filter((name) => fields.includes(name))} />
  )
  const form = (
    <form
      ref={top}
      className="sheet stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const lack = lackingIn(values).map((field) => ({ field, because: isMissing }))
        pressed.current = true
        setLacking(lack)
        if (lack.length === 0) press(filled(values, fields, schema))
      }}
    >
      <h2>{say(title)}</h2>
      {warning && <p className="note bad">{say(warning)}</p>}
      {sections
        ? sections.map((section) => (
            <section key={section.title.en} className="stack part">
              <h3>{say(section.title)}</h3>
              {fieldsIn(section.fields)}
            </section>
          ))
        : fieldsIn(fields)}
      {lacks.length > 0 && (
        <p className="note warm" role="alert">
          {say(w('还差：', 'Still missing: '))}
          {lacks.map((field) => say(meaning.label(field))).join(say(w('、', ', ')))}
        </p>
      )}
      {isMarked ? (
        <p className="note bad" role="alert">
          {say(w('没有送出，请改好标出的：', 'Not sent yet: mend what is marked: '))}
          {namesOf(problem?.fields ?? []).join(say(w('、', ', ')))}
        </p>
      ) : (
        !hasEnded && <Trouble problem={problem} />
      )}
      <button type="submit" className={warning ? 'button danger wide' : 'button main wide'} disabled={busy}>
        {say(busy ? w('正在送出…', 'Sending…') : go)}
      </button>
      <button type="button" className="button plain" onClick={leave}>
        {say(leaveWords)}
      </button>
    </form>
  )
  const again = hasEnded && (
    <Suspense>
      <SignInAgain problem={problem} />
    </Suspense>
  )
  if (!beside)
    return (
      <>
        {form}
        {again}
      </>
    )
  return (
    <div className="with-aside">
      <div className="stack">
        {form}
        {again}
      </div>
      <aside className="stack">{beside(filled(values, fields, schema))}</aside>
    </div>
  )
}

const notNow = w('先不办', 'Not now')
const isMissing = w('这一项还没填', 'This is still missing')
const noMore = () => []
/** What takes the cursor in a field: the first of it that can be filled in. */
const enterable = 'input, textarea, select, button'
