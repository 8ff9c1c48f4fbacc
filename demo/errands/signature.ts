/** A signature and a paper, drawn for the demo: nobody signed anything. */
export const drawings = [
  `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="360"><rect width="900" height="360" fill="#fff"/>
  <path d="M140 180 C 220 60 260 300 340 170 S 460 90 520 210 S 640 260 760 130" fill="none" stroke="#000" stroke-width="7"/></svg>`,
  `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="640"><rect width="900" height="640" fill="#6b6257"/>
  <rect x="220" y="60" width="460" height="520" fill="#a23b2f"/><rect x="270" y="120" width="360" height="60" fill="#e0b970"/></svg>`,
] as const
