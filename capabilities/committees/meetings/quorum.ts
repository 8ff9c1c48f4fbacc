/**
 * So many seats make a quorum: more than half of all, vacant ones too, or the share of a hundred that the committee set itself. Counted
 * on seats, never on those who came: a few cannot make themselves a majority by the others' staying away.
 */
export const needed = (seats: number, quorum?: number): number =>
  quorum === undefined ? Math.floor(seats / 2) + 1 : Math.ceil((seats * quorum) / 100)

/**
 * Whether an item passes: with more than half of the seats that may vote on it. Who recuses is at the meeting and counts for its quorum,
 * but neither votes on the item nor counts as a seat for it.
 */
export const passes = (votesFor: number, seats: number, recused: number): boolean => votesFor * 2 > seats - recused
