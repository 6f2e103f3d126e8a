// Short reports for the tests of adding, each with words of its own.

/** The same number gives the same text. */
export const madeText = (n: number): string =>
  `Envoys meet for day ${n}\n\nGENEVA, Feb. ${1 + (n % 28)} - Anna Berg, the envoy, said the second round would open in March. She told reporters that "nobody has left the room" on day ${n}.\n\nThe opposition blamed the government for holding up convoy ${n}, which is to bring food to Homs.\n`;
