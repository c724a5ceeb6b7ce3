/** Longest texts in characters; forms count down from the same figures. Apart from the schemas, so that a light page pays for nothing else. */
export const textLimits = { title: 80, text: 2000, address: 200, note: 1000, result: 2000, name: 60, recipient: 100 } as const;
