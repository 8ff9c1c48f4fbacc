import { command, type Reply } from '#web/shared/ask.ts'
import { Tick } from '#web/shared/form/Choice.tsx'
import { Line, Lines } from '#web/shared/form/Line.tsx'
import { useSay, type Words, w } from '#web/shared/language.ts'
import { useNow } from '#web/shared/now.ts'
import type { Queued } from '#web/shared/offline/database.ts'
import { heldWords, hold, isAway } from '#web/shared/offline/hold.ts'
import { Trouble } from '#web/shared/parts.tsx'
import { useSending } from '#web/shared/sending.ts'
import { isoDay } from '#web/shared/time.ts'
import { useBegun } from '#web/shared/useBegun.ts'
import type { DueList } from '../contract.ts'
import { DueSays } from './DueSays.tsx'
import { doneOf, isBegun, keyOf, nothing, path, title, waitingFor } from './making.ts'

interface Given {
  list: DueList
  waiting: readonly Queued[]
  made: (told: Words) => void
}

const noted = w('记下了。', 'Written down.')

/** Writes a visit down. What is ticked and typed is kept on this device until it was sent; without a network the visit waits there. */
export function Making({ list: { grid, name, today: listed, due }, waiting, made }: Given) {
  const say = useSay()
  // A list that was kept from another day says so; a visit of today is today's.
  const [today, known] = [[listed, isoDay(useNow())].sort()[1] ?? listed, waitingFor(waiting)]
  const { value, change, clear } = useBegun(`visit.${grid}`, nothing, isBegun)
  const { busy, problem, press } = useSending(
    async (input: Record<string, unknown>, key): Promise<Reply<Words>> => {
      const reply = await command<unknown>(path, input, key)
      if (reply.done) return { done: true, value: noted }
      const waits = isAway(reply.problem) && (await hold({ key, path, item: key, input, title, about: name }))
      return waits ? { done: true, value: heldWords(title) } : reply
    },
    (words) => {
      clear()
      made(words)
    },
  )
  const done = doneOf(due, value.ticked)
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (done.length > 0) void press({ on: value.on ?? today, done, ...(value.note.trim() && { note: value.note.trim() }) })
      }}
    >
      <fieldset className="field stack close">
        <legend className="legend">{name}</legend>
        {due.map((item) => (
          <div key={keyOf(item)}>
            <Tick
              words={w(item.what, item.what)}
              value={value.ticked.includes(keyOf(item))}
              choose={(chosen) =>
                change({
                  ticked: chosen ? [...value.ticked, keyOf(item)] : value.ticked.filter((one) => one !== keyOf(item)),
                })
              }
            />
            <p className="soft small">
              {say(item.networkName)} · <DueSays due={item} today={today} />
              {known.has(keyOf(item)) && (
                <span className="strong">{say(w(' · 已记，等着送出', ' · noted, waits to be sent'))}</span>
              )}
            </p>
          </div>
        ))}
      </fieldset>
      <Line
        label={w('哪天去的', 'On which day')}
        type="date"
        value={value.on ?? today}
        change={(on) => change({ on })}
        max={today}
      />
      <Lines
        label={w('要记一句的（不写居民姓名、电话；两年后忘记）', 'A note (nobody’s name or number; forgotten after two years)')}
        value={value.note}
        change={(note) => change({ note })}
        most={300}
        optional
      />
      <Trouble problem={problem} />
      <button type="submit" className="button main wide" disabled={busy || done.length === 0}>
        {say(
          done.length === 0
            ? w('先勾上做了的', 'Tick what was done')
            : w(`记下这 ${done.length} 项`, `Write down these ${done.length}`),
        )}
      </button>
    </form>
  )
}
