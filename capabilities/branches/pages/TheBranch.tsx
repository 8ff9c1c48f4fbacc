import { useSay, w } from '#web/shared/language.ts'
import { Empty } from '#web/shared/parts.tsx'
import type { EstateBranch } from '../contract/seen.ts'
import { AreaList } from './AreaList.tsx'
import { sourceWords, valueWords } from './words.ts'

/** The branch of an estate, or that it has none. */
export function TheBranch({ branch }: Pick<EstateBranch, 'branch'>) {
  return branch ? (
    <About branch={branch} />
  ) : (
    <Empty
      words={w('这个小区还没有登记党支部。登记后会显示在这里。', 'This estate has no branch on record yet: it will show here.')}
    />
  )
}

/** Who looks after what there. */
export function LookedAfter({ areas }: Pick<EstateBranch, 'areas'>) {
  const say = useSay()
  return (
    <section className="stack close">
      <h2>{say(w('谁在照看什么', 'Who looks after what'))}</h2>
      {areas.length === 0 ? (
        <Empty words={w('这里还没有党员认领责任区。', 'No area has been claimed here yet.')} />
      ) : (
        <AreaList areas={areas} />
      )}
    </section>
  )
}

function About({ branch }: { branch: NonNullable<EstateBranch['branch']> }) {
  const say = useSay()
  const { name, kind, secretary, estates, organisations, groups, source, members } = branch
  const list = (names: readonly string[]) => names.join(say(w('、', ', ')))
  return (
    <section className="sheet stack close">
      <h2>{name}</h2>
      <p>
        {say(w('书记：', 'Secretary: '))}
        <span className="strong">{secretary}</span>
        {members > 0 && say(w(`　党员 ${members} 名`, ` · members: ${members}`))}
      </p>
      <p className="soft">
        {say(valueWords(kind))}
        {say(w('，覆盖', ', for '))}
        {list(estates.map((estate) => estate.name))}
        {organisations && say(w('，联建单位：', ', set up by '))}
        {organisations && list(organisations)}
      </p>
      {groups.map((group) => (
        <p key={group.name}>
          {group.name}
          {say(w('（组长 ', ' (led by '))}
          {group.leader}
          {say(w('）：', '): '))}
          <span className="soft">{list(group.buildings.map((building) => building.name))}</span>
        </p>
      ))}
      {source && <p className="soft small">{say(sourceWords(source))}</p>}
    </section>
  )
}
