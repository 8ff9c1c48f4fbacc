/** What a run measured, beside what it should be. */
interface Goal {
  name: string
  figure: string
  goal: string
  holds: boolean
  /** What was found where it falls short. */
  found?: readonly string[]
}

const most = 20

/** Takes figures as a run finds them, prints each beside its goal, and in the end says how many hold. */
export function goals(title: string) {
  const all: Goal[] = []
  console.log(`\n${title}`)
  const note = (one: Goal): void => {
    all.push(one)
    console.log(`  ${one.holds ? 'holds      ' : 'FALLS SHORT'}  ${one.name}: ${one.figure} (goal: ${one.goal})`)
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
    /** Prints the last line, and gives how many fall short. */
    end(): number {
      const short = all.filter(({ holds }) => !holds).length
      console.log(`\n${all.length - short} hold, ${short} fall short`)
      return short
    },
  }
}
export type Goals = ReturnType<typeof goals>
