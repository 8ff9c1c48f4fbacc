/** A way by which somebody could come to infer that a certain person reported: what it tells, and what holds it. */
interface Door {
  /** What its test is called, and its row in `docs/privacy.md`. */
  name: string
  tells: string
  held: string
}

/** The doors that are tried here, by their keys. */
export const tried = {
  all: {
    name: 'everything that can be got, by whoever has nothing to do with the case',
    tells: 'who reported, and in which words: from lists, single cases, histories, photos, sheets, figures, notices',
    held: 'sight by post in each query and by row-level security; personal fields in the vault; the reply’s schema',
  },
  unaware: {
    name: 'everything that can be got, by those who see the case and not whose it is',
    tells: 'name, telephone, home: to a neighbour who joined, a building steward, a district leader',
    held: 'the table of who sees what of a case (`capabilities/cases/sight.ts`)',
  },
  changes: {
    name: 'lists, counts, filters, maps and figures, before a report and after it',
    tells: 'that there is one more, by a total, an order, a gap, or the difference of two figures, down to a window of a minute',
    held: 'each counts what their own post sees; what everybody reads waits for approval',
  },
  search: {
    name: 'search, by words, numbers and parts of a telephone',
    tells: 'that a case is there with these words, or of this person',
    held: 'keyed hashes of words that only who may read them finds by; name, telephone and home are in no index',
  },
  ids: {
    name: 'an id that is nobody’s, and one that is somebody else’s',
    tells: 'that a case is there, or a photo',
    held: 'the same refusal for what is not there and for what is not seen; ids of cases and photos are drawn by chance',
  },
  similar: {
    name: 'what is like a report nearby, and joining it',
    tells: 'whose door it is by its point, and whom one saw report by its minute',
    held: 'before one joins the day alone, distances in steps of 50 m; whoever joins is shown no point, no photo and none of the words, but its course with its times (left)',
  },
  solved: {
    name: 'solved near me',
    tells: 'who reported, from the number, the place, or a moment hidden in an id',
    held: 'estate, category, month and an approved summary; ids drawn by chance, also of photos',
  },
  specials: {
    name: 'special tasks that are proposed where one person reported again and again',
    tells: 'who it was that reported each of them',
    held: 'a keyed hash of the person alone; only of cases in which they gave their name or telephone; and of these those that the reader sees',
  },
  calls: {
    name: 'what a telephone told before',
    tells: 'that this number reported, to whoever types it in',
    held: 'posts that take calls, of what they see alone; each asking is a look that the person reads',
  },
  signIn: {
    name: 'asking for a code, and signing in',
    tells: 'that a telephone has an account here, or a name',
    held: 'the same answer for both',
  },
  timing: {
    name: 'how long an answer takes: of signing in, codes, query codes, ids, search, previous calls',
    tells: 'that there is such a name, telephone, code, case or word, to whoever has a clock',
    held: 'the same work for what there is and what there is not, counted in statements that are sent and passwords that are hashed: for an unknown name a decoy',
  },
  queryCodes: {
    name: 'query codes',
    tells: 'that a code was once good, or how a good one looks',
    held: '65 bits, kept as a keyed hash; one refusal for all that open nothing; thirty tries a quarter of an hour',
  },
  notices: {
    name: 'notices, in the product and by message',
    tells: 'who reported, to whoever reads along on a telephone or a screen',
    held: 'a number and a state alone; to the party, and to posts that see the case',
  },
  live: {
    name: 'live updates',
    tells: 'that something came in or moved on, by its mere arrival',
    held: 'each stream is asked by its reader’s own sight; it says an id and a count, nothing of what',
  },
  refusals: {
    name: 'refusals of what was typed wrong',
    tells: 'what somebody typed, to a log or a page that keeps refusals',
    held: 'a refusal names the field and what is wrong with it, never its value',
  },
  dump: {
    name: 'a dump of the database',
    tells: 'everything, to whoever has a backup without the keyring',
    held: 'the vault; words found by keyed hashes; telephones, codes, tokens, addresses of sign-in kept as hashes',
  },
  log: {
    name: 'the server’s log',
    tells: 'words, telephones, tokens and codes, to whoever keeps the machine',
    held: 'a request is logged by its route, role and district; of an error where it happened, never the values of a statement; no cookie',
  },
  aboutGrid: {
    name: 'a report about the grid, by its worker, leader and steward: lists, searches, counts, figures, sheets, notices, maps, specials, monthly reports, previous calls',
    tells: 'to those whom it is about, that somebody complained of them',
    held: 'their units are taken off the places of the case; what everybody counts, proposes or learns from leaves it out',
  },
  aboutCommunity: {
    name: 'a report about the community: lists, searches, counts, figures, sheets, notices, maps, specials, monthly reports, previous calls',
    tells: 'to those whom it is about, that somebody complained of them',
    held: 'their units are taken off the places of the case; what everybody counts, proposes or learns from leaves it out',
  },
  aboutStreet: {
    name: 'a report about the street: lists, searches, counts, figures, sheets, notices, maps, specials, monthly reports, previous calls',
    tells: 'to those whom it is about, that somebody complained of them',
    held: 'their units are taken off the places of the case; what everybody counts, proposes or learns from leaves it out',
  },
  aboutProperty: {
    name: 'a report about the property company: lists, searches, counts, figures, sheets, notices, maps, specials, monthly reports, previous calls',
    tells: 'to those whom it is about, that somebody complained of them',
    held: 'their units are taken off the places of the case; what everybody counts, proposes or learns from leaves it out',
  },
  disk: {
    name: 'the files of the embedded database, and the uploads',
    tells: 'everything, to whoever has the disk without the keyring',
    held: 'the vault, as in a dump; photos are encrypted before they are written',
  },
} as const satisfies Record<string, Door>
export type Tried = keyof typeof tried

/** Doors that other tests try: a file each. */
const triedElsewhere: readonly (Door & { test: string })[] = [
  {
    name: 'webhooks',
    tells: 'to another system, that something protected or about the chain came in; who reported',
    held: 'ids and names of steps; nothing of what is hidden',
    test: 'kernel/record/webhooks/webhooks.story.test.ts',
  },
  {
    name: 'live updates of what is about the chain, or left one’s sight',
    tells: 'that it goes on without them',
    held: 'the event carries who may hear of it',
    test: 'capabilities/cases/sees.story.test.ts',
  },
  {
    name: 'photos: what a camera writes into them, and their names',
    tells: 'where and when somebody stood, with which telephone',
    held: 'decoded and encoded anew; the name is thrown away',
    test: 'kernel/files/telltale.story.test.ts, attack/files',
  },
  {
    name: 'a command sent with an id that is taken',
    tells: 'where a case stands, and who has it',
    held: 'whoever does not see it is told nothing of it',
    test: 'capabilities/cases/unseen.story.test.ts',
  },
  {
    name: 'what past cases teach the suggestion of a category',
    tells: 'that somebody wrote a certain word',
    held: 'words of fewer than three people are not learnt; what is hidden teaches nothing',
    test: 'capabilities/cases/rehearsal.story.test.ts',
  },
  {
    name: 'the audit of looks',
    tells: 'whose data was looked at',
    held: 'kinds, counts and reasons; never whose, nor at which case',
    test: 'kernel/people/lookAudit.story.test.ts',
  },
  {
    name: 'small counts in figures about what people said',
    tells: 'how one person rated',
    held: 'fewer than five are not shown, nor what they could be told from',
    test: 'kernel/metric/figure.test.ts',
  },
  {
    name: 'what is left after an erasure',
    tells: 'that there was somebody, and what they wrote',
    held: 'no table holds anything; their key is destroyed',
    test: 'kernel/vault/erase.story.test.ts',
  },
  {
    name: 'another district',
    tells: 'anything at all',
    held: 'row-level security by district',
    test: 'attack/matrix, attack/sql',
  },
]

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

/** All doors as a table of `docs/privacy.md`. */
export const doorsTable = (): string =>
  [
    row(['door', 'what it could tell', 'what holds it', 'test']),
    row(['---', '---', '---', '---']),
    ...Object.entries(tried).map(([key, { name, tells, held }]) => row([name, tells, held, `attack/doors: \`${key}\``])),
    ...triedElsewhere.map(({ name, tells, held, test }) => row([name, tells, held, `\`${test}\``])),
  ].join('\n')
