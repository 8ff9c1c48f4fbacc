import { Type } from 'typebox'

/** The id of a thing, as we write it: RFC 9562, in lower case. Ids are compared as text, so another spelling is another id. */
export const Uuid = Type.String({ format: 'uuid', pattern: '^[0-9a-f-]{36}$' })
