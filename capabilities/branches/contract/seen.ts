import { type Static, Type } from 'typebox'
import { Day, Instant } from '#kernel/moments.ts'
import { Uuid } from '#kernel/uuid.ts'
import { Branch } from './branch.ts'
import { AreaKind } from './declaration.ts'

const closed = { additionalProperties: false }
const MemberKind = Type.Enum(['employed', 'unposted'])
const words = { where: Type.String(), promise: Type.String() }

/** A declaration as it is read. Its own member reads all of it; whoever else sees the place reads only that it is there. */
export const SeenDeclaration = Type.Object(
  {
    ...{ id: Uuid, version: Type.Integer(), state: Type.Enum(['declared', 'withdrawn']), estateName: Type.String() },
    mine: Type.Optional(
      Type.Object(
        {
          ...{ kind: MemberKind, estate: Type.String(), declaredAt: Instant, shownName: Type.Optional(Type.String()) },
          claims: Type.Array(Type.Object({ id: Uuid, kind: AreaKind, ...words, claimedAt: Instant, until: Day }, closed)),
        },
        closed,
      ),
    ),
  },
  closed,
)
export type SeenDeclaration = Static<typeof SeenDeclaration>

/** An area as neighbours read it: who looks after it only by the name that they agreed to. */
export const Area = Type.Object(
  {
    ...{ id: Uuid, estate: Type.String(), kind: AreaKind, ...words, since: Instant },
    by: Type.Optional(Type.String({ description: 'what they agreed to be called; a member, if it is missing' })),
  },
  closed,
)
export type Area = Static<typeof Area>

const { code, name, kind, secretary, organisations, source } = Branch.properties
const Named = Type.Object({ code: Type.String(), name: Type.String() }, closed)

/** The branch of an estate as residents read it. */
export const EstateBranch = Type.Object(
  {
    estate: Named,
    branch: Type.Optional(
      Type.Object(
        {
          ...{ code, name, kind, secretary, organisations, source, estates: Type.Array(Named) },
          members: Type.Integer({ description: 'how many members it has; nought where none were brought' }),
          groups: Type.Array(Type.Object({ name: Type.String(), buildings: Type.Array(Named), leader: Type.String() }, closed)),
        },
        closed,
      ),
    ),
    areas: Type.Array(Area),
  },
  closed,
)
export type EstateBranch = Static<typeof EstateBranch>

/** A branch with how many declared there and what is looked after: for whoever tends its community. */
export const BranchAreas = Type.Object(
  {
    ...{ code, name, kind, secretary, estates: Type.Array(Named) },
    members: Type.Integer(),
    declared: Type.Integer(),
    areas: Type.Array(Area),
  },
  closed,
)
export type BranchAreas = Static<typeof BranchAreas>

/** One who declared and claimed, as a figure counts them: nothing that tells who it is. */
export const DeclaredRow = Type.Object(
  {
    ...{ kind: MemberKind, estateName: Type.String(), communityName: Type.String(), claimedOn: Day },
    ...{ standing: Type.Boolean({ description: 'whether the declaration stands' }), areas: Type.Integer() },
  },
  closed,
)
export type DeclaredRow = Static<typeof DeclaredRow>
