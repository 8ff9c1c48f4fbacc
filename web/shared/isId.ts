/** Whether a part of an address can be the id of a thing: what was copied by half leads nowhere, and no server need be asked. */
export const isId = (part: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(part)

/** Whether it can be what a link to a question ends with. */
export const isToken = (part: string): boolean => /^[0-9A-Za-z -]{13,30}$/.test(part)
