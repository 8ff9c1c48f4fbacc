/** Roles that see the whole district. */
export const overseers = ['dispatcher', 'supervisor', 'caller', 'leader']
/** Roles at a place: a community, a street, a grid. */
export const places = ['communitySecretary', 'communityWorker', 'streetDesk', 'dutyOfficer', 'gridLeader', 'gridWorker']
/** Roles in units that handle cases. */
export const units = ['clerk', 'unitLeader', 'propertyManager']
