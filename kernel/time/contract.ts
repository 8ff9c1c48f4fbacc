/** After this share of a limit, on its own clock, it is yellow: about to run over. */
export const yellow = 0.75
