import { command } from '#web/shared/ask.ts'
import { LookChip } from '#web/shared/LookChip.tsx'
import { useSay, type Words, w } from '#web/shared/language.ts'
import { Trouble, When } from '#web/shared/parts.tsx'
import { useSending } from '#web/shared/sending.ts'
import type { ErrandRow, Paper } from '../contract/errand.ts'
import { passings } from '../contract/kinds.ts'
import { unconfirmed } from '../contract/unconfirmed.ts'
import { Handed } from './Handed.tsx'
import { HandOver } from './HandOver.tsx'
import { nextSide } from './handing.ts'
import { valueWords } from './words.ts'
import { paperLooks, paperStateFor } from './yours.ts'

interface Shown {
  errand: ErrandRow
  changed: () => void
}

/** The papers of an errand: where each is, through whose hands it went, and what whoever looks confirms or hands over. */
export function Papers({ errand, changed }: Shown) {
  const say = useSay()
  if (errand.papers.length === 0) return null
  return (
    <section className="stack close">
      <h3>{say(w('材料', 'Papers'))}</h3>
      <ul className="stack close">
        {errand.papers.map((paper, index) => (
          <li key={paper.name} className="stack tight">
            <One {...{ errand, paper, index, changed }} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function One({ errand, paper, index, changed }: Shown & { paper: Paper; index: number }) {
  const say = useSay()
  const { side, may, id, version } = errand
  const { busy, problem, press } = useSending(
    ({ name, input }: { name: string; input: object }, key) => command(`/api/errands/${id}/${name}`, input, key, version),
    changed,
  )
  const waits = unconfirmed(paper)
  const to = nextSide(paper, errand.endedAt !== undefined)
  return (
    <>
      <div className="line">
        <span>
          {paper.name} · {say(valueWords(paper.kind))}
          {paper.count > 1 && ` × ${paper.count}`}
        </span>
        <LookChip look={paperLooks[paper.state]} words={paperStateFor(paper.state, side)} far />
      </div>
      {paper.remedy !== undefined && (
        <p className="note">
          {say(w('怎么补救：', 'What is done: '))}
          {paper.remedy}
        </p>
      )}
      {courseOf(paper).map(({ at, handover, passing }) =>
        handover ? <Handed key={at} {...{ handover, id, side }} /> : passing && <Passed key={at} passing={passing} />,
      )}
      {waits && side !== undefined && waits.saidBy !== side && may.includes('acknowledge') && (
        <button
          type="button"
          className="button main"
          disabled={busy}
          onClick={() => void press({ name: 'acknowledge', input: { paper: index } })}
        >
          {say(acknowledging(waits.to === side, paper.name))}
        </button>
      )}
      {waits && waits.saidBy === (side ?? 'helper') && may.includes('unsay') && (
        <button
          type="button"
          className="button plain"
          disabled={busy}
          onClick={() => void press({ name: 'unsay', input: { paper: index } })}
        >
          {say(w('没有交接，撤回登记', 'It was not handed over'))}
        </button>
      )}
      {may.includes('handOver') && side !== undefined && to !== undefined && (
        <HandOver
          {...{ paper, to, busy }}
          mine={to === side}
          give={(hands) => press({ name: 'handOver', input: { paper: index, ...hands } })}
        />
      )}
      <Trouble problem={problem} />
    </>
  )
}

/** Through whose hands it went, as it came about. */
const courseOf = ({ handovers, passed = [] }: Paper) =>
  [
    ...handovers.map((handover) => ({ at: handover.saidAt, handover, passing: undefined })),
    ...passed.map((passing) => ({ at: passing.at, handover: undefined, passing })),
  ].toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at))

function Passed({ passing: { how, by, at } }: { passing: NonNullable<Paper['passed']>[number] }) {
  const say = useSay()
  return (
    <p className="soft small">
      {say(passings[how])}（{by}）
      <When at={at} />
    </p>
  )
}

const acknowledging = (mine: boolean, name: string): Words =>
  mine ? w(`确认收到：${name}`, `I have it: ${name}`) : w(`确认已交出：${name}`, `I gave it: ${name}`)
