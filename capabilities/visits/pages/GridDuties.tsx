import { levelWords } from '#capabilities/grids/contract/kinds.ts'
import { useSay, w } from '#web/shared/language.ts'
import { OnDay } from '#web/shared/parts.tsx'
import type { GridDuties as Grid } from '../contract.ts'
import { DueSays } from './DueSays.tsx'

/** A grid in the list of a network: who is there, how much is due, when it was last visited; folded, each thing that is asked. */
export function GridDuties({ grid, today }: { grid: Grid; today: string }) {
  const say = useSay()
  const { name, level, dedicated, community, workers, duties, open, lastOn } = grid
  const names = [...new Set(workers.map((worker) => worker.name))]
  return (
    <div className="stack tight">
      <p>
        <span className="strong">{name}</span>{' '}
        <span className="soft small">
          {say(levelWords({ level, dedicated }))} · {community}
        </span>
      </p>
      <p className="small">
        {names.length > 0 ? names.join(say(w('、', ', '))) : <span className="soft">{say(w('现在没有人', 'nobody now'))}</span>}
        {' · '}
        {open > 0 ? (
          <span className="warm">{say(w(`${open} 项该做了`, `due: ${open}`))}</span>
        ) : (
          say(w('没有到期的', 'nothing due'))
        )}
        {' · '}
        {lastOn === undefined ? (
          say(w('还没走访过', 'not visited yet'))
        ) : (
          <>
            {say(w('上次走访：', 'last visit '))}
            <OnDay day={lastOn} />
          </>
        )}
      </p>
      {duties.length > 0 && (
        <details className="small">
          <summary>{say(w(`${duties.length} 项服务事项`, `service items: ${duties.length}`))}</summary>
          <ul>
            {duties.map((duty) => (
              <li key={duty.what}>
                {duty.what} <DueSays due={duty} today={today} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
