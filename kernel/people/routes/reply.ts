export const tags = ['people']
