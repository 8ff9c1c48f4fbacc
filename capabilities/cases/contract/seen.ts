import { type Static, Type } from 'typebox'
import { Post } from '#kernel/people/actor.ts'
import { Words } from '#kernel/words.ts'
import { Channel, Id, Instant, Kind, Place, ThingKind, Urgency } from './terms.ts'

const closed = { additionalProperties: false }
const Maybe = <Schema extends Parameters<typeof Type.Optional>[0]>(schema: Schema) => Type.Optional(schema)

/** A post as it is shown: with the name of its unit. */
export const SeenPost = Type.Object({ ...Post.properties, unitName: Type.String() }, closed)

export const SeenLimit = Type.Object(
  {
    id: Type.String(),
    step: Type.String(),
    round: Type.Integer(),
    startsAt: Instant,
    dueAt: Instant,
    yellowAt: Instant,
    cause: Words,
    explained: Type.Array(Words),
  },
  closed,
)

/** How somebody stands to a case, which decides what they see of it. */
export const Standing = Type.Enum(['reporter', 'follower', 'handler', 'private', 'steward', 'former', 'overseer'])
export type Standing = Static<typeof Standing>

/** A case as one person sees it. This schema is the fence: what is not in it does not leave the server. */
export const SeenCase = Type.Object(
  {
    id: Id,
    number: Type.String(),
    version: Type.Integer(),
    state: Type.String(),
    standing: Standing,
    category: Type.String(),
    categoryName: Words,
    kind: Kind,
    urgency: Urgency,
    channel: Channel,
    reportedAt: Instant,
    round: Type.Integer(),
    place: Place,
    gist: Type.Array(Type.String()),
    photos: Type.Array(Id),
    /** The reporter's own words, and who they are; missing where the viewer has no business with them. */
    words: Maybe(Type.String()),
    where: Maybe(Type.String()),
    name: Maybe(Type.String()),
    phone: Maybe(Type.String()),
    home: Maybe(Type.String()),
    shareContact: Type.Boolean(),
    staffReported: Type.Boolean(),
    followers: Type.Integer(),
    holder: Maybe(SeenPost),
    lead: Maybe(Type.Object({ unit: Type.String(), name: Type.String(), bound: Type.Boolean() }, closed)),
    /** Where such cases go here, by their category: for whoever may dispatch it. */
    suggestedLead: Maybe(Type.Object({ unit: Type.String(), name: Type.String() }, closed)),
    /** What stands there that it is about, and what the unit is called that keeps it. */
    regards: Maybe(
      Type.Object({ kind: ThingKind, code: Type.String(), name: Type.String(), keeperName: Maybe(Type.String()) }, closed),
    ),
    photosWanted: Type.Object({ before: Type.Boolean(), after: Type.Boolean() }, closed),
    takenBy: Maybe(Type.Object({ name: Type.String(), at: Instant }, closed)),
    routedBy: Words,
    limits: Type.Array(SeenLimit),
    parts: Type.Array(
      Type.Object(
        { unit: Type.String(), name: Type.String(), task: Type.String(), state: Type.String(), answer: Maybe(Type.String()) },
        closed,
      ),
    ),
    contactedAt: Maybe(Instant),
    question: Maybe(Type.Object({ asked: Type.String(), by: Type.String(), at: Instant }, closed)),
    extension: Maybe(Type.Object({ days: Type.Integer(), reason: Type.String() }, closed)),
    suspension: Maybe(Type.Object({ reason: Type.String(), until: Type.String(), words: Type.String() }, closed)),
    pause: Maybe(Type.Object({ reason: Type.String(), until: Type.String() }, closed)),
    ledger: Maybe(Type.Object({ leader: Type.String(), plan: Type.String(), missing: Type.String(), since: Instant }, closed)),
    dispute: Maybe(Type.Object({ why: Type.String(), words: Type.String(), rightBody: Maybe(Type.String()) }, closed)),
    resolution: Maybe(
      Type.Object(
        {
          outcome: Type.String(),
          done: Type.String(),
          because: Maybe(Type.String()),
          rightBody: Maybe(Type.String()),
          photos: Type.Array(Id),
          at: Instant,
          by: Type.String(),
          unitName: Type.String(),
        },
        closed,
      ),
    ),
    closesAt: Maybe(Instant),
    closedAt: Maybe(Instant),
    unrated: Maybe(Type.Boolean()),
    decline: Maybe(
      Type.Object(
        { reason: Type.String(), ground: Type.String(), door: Type.String(), words: Type.String(), final: Type.Boolean() },
        closed,
      ),
    ),
    appeal: Maybe(Type.String()),
    parent: Maybe(Id),
    /** As which case it goes on for those who joined it, where it was withdrawn: for them, and for whoever handles it. */
    continuedAs: Maybe(Id),
    /** What was merged into it or came out of it: how many, and for those who see whatever lies there, which. */
    related: Type.Integer(),
    children: Type.Array(Id),
    /** Whether what others wrote whose reports were merged into it may be read, where there is any. */
    readsMerged: Type.Boolean(),
    origin: Maybe(Id),
    ratings: Type.Array(
      Type.Object(
        {
          round: Type.Integer(),
          solved: Type.Boolean(),
          level: Type.Integer(),
          words: Maybe(Type.String()),
          at: Instant,
          by: Type.String(),
          /** Whether it is the viewer's. */
          own: Type.Boolean(),
        },
        closed,
      ),
    ),
    /** Tries to reach the reporter afterwards, for those inside the house. */
    calls: Maybe(
      Type.Array(
        Type.Object(
          { round: Type.Integer(), at: Instant, by: Type.String(), answered: Type.Boolean(), outside: Maybe(Type.Boolean()) },
          closed,
        ),
      ),
    ),
    whistles: Type.Array(
      Type.Object(
        { id: Id, units: Type.Array(Type.String()), place: Type.String(), at: Instant, came: Type.Array(Type.String()) },
        closed,
      ),
    ),
    /** Its number on the platform that it came from, for those inside the house, and when that was answered. */
    outerId: Maybe(Type.String()),
    outerDueAt: Maybe(Instant),
    answeredOutside: Maybe(Instant),
    /** To which authority it was reported, for those inside the house. */
    authority: Maybe(Type.Object({ to: Type.String(), at: Instant, by: Type.String(), receipt: Maybe(Type.String()) }, closed)),
    supervised: Type.Boolean(),
    leader: Maybe(Type.String()),
    summary: Maybe(Type.String()),
    /** Whether everybody may read its summary. */
    published: Type.Boolean(),
    excluded: Maybe(Type.Object({ ground: Type.String(), agreed: Type.Boolean() }, closed)),
  },
  closed,
)
export type SeenCase = Static<typeof SeenCase>

/** A case in a list: nothing of the vault, since lists never open it. */
export const CaseRow = Type.Object(
  {
    id: Id,
    number: Type.String(),
    version: Type.Integer(),
    state: Type.String(),
    category: Type.String(),
    kind: Kind,
    urgency: Urgency,
    gist: Type.Array(Type.String()),
    place: Type.String(),
    street: Maybe(Type.String()),
    community: Maybe(Type.String()),
    point: Maybe(Type.Tuple([Type.Number(), Type.Number()])),
    holder: Maybe(SeenPost),
    lead: Maybe(Type.String()),
    reportedAt: Instant,
    dueAt: Maybe(Instant),
    yellowAt: Maybe(Instant),
    closedAt: Maybe(Instant),
    round: Type.Integer(),
    followers: Type.Integer(),
    /** Its reader, who reported it, was asked something and has not replied. */
    asked: Maybe(Type.Literal(true)),
    /** Its reader did not report it, but joined it. */
    joined: Maybe(Type.Literal(true)),
  },
  closed,
)
export type CaseRow = Static<typeof CaseRow>

/** A step of a case's history, as its reader may see it. */
export const SeenEvent = Type.Object(
  {
    sequence: Type.Integer(),
    command: Type.String(),
    label: Words,
    at: Instant,
    saidAt: Maybe(Instant),
    by: Type.Object({ name: Type.String(), role: Type.String(), unitName: Type.String() }, closed),
    state: Maybe(Type.String()),
    /** What was said with it, by field. */
    said: Type.Array(Type.Object({ field: Type.String(), text: Type.String() }, closed)),
    /** The photos that came with what was said. */
    photos: Type.Array(Id),
  },
  closed,
)
export type SeenEvent = Static<typeof SeenEvent>
