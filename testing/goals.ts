/** What a run measured, beside what it should be. */
interface Goal {
  name: string
  figure: string
  goal: string
  holds: boolean
  /** Whether it falls short by the clock alone: another run, of a machine that does less else, may hold. Nothing is wrong or lost. */
  late?: boolean
  /** What was found where it falls short. */
  found?: readonly string[]
}

const most = 20
const met = ({ holds, late = false }: Goal): boolean => holds && !late

/** Takes figures as a run finds them, prints each beside its goal, and in the end says how many hold. */
export function goals(title: string) {
  const all: Goal[] = []
  const left: string[] = []
  console.log(`\n${title}`)
  const note = (one: Goal): void => {
    all.push(one)
    console.log(`  ${met(one) ? 'holds      ' : 'FALLS SHORT'}  ${one.name}: ${one.figure} (goal: ${one.goal})`)
    for (const words of one.found?.slice(0, most) ?? []) console.log(`      ${words}`)
    const rest = (one.found?.length ?? 0) - most
    if (rest > 0) console.log(`      and ${rest} more`)
  }
  return {
    note,
    /** Notes what should not have been found at all, out of how much. */
    none(name: string, found: readonly string[], outOf = ''): void {
      note({ name, figure: `${found.length} ${outOf}`.trim(), goal: '0', holds: found.length === 0, found })
    },
    /** Says that something was not tried at all, and why: it counts as neither. */
    notRun(name: string, because: string): void {
      left.push(name)
      console.log(`  not run      ${name}: ${because}`)
    },
    /** Prints the last line, and gives how many fall short; and of these, how many by the clock alone. */
    end(): { short: number; late: number } {
      const short = all.filter((one) => !met(one)).length
      const late = all.filter(({ holds, late: isLate }) => holds && isLate).length
      const besides = `${late > 0 ? `, ${late} of them by the clock alone` : ''}${left.length > 0 ? `; ${left.length} not run` : ''}`
      console.log(`\n${all.length - short} hold, ${short} fall short${besides}`)
      return { short, late }
    },
  }
}
export type Goals = ReturnType<typeof goals>
