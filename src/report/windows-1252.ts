// Windows-1252, which Node 20 decodes as Latin-1: the signs that stand where Latin-1 has control characters.

/** 0x80 to 0x9f (WHATWG Encoding Standard, index windows-1252). */
const SIGNS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const signOf = (control: string): string => SIGNS[control.charCodeAt(0) - 0x80] ?? control;

/** A Windows-1252 text that was decoded as Latin-1, made right. A lone U+0085 stays a line end, as it is one in Unicode. */
export const repairWindows = (text: string): string =>
  /[\u0080-\u0084\u0086-\u009f]/.test(text) ? text.replace(/[\u0080-\u009f]/g, signOf) : text;

export const decodeWindows = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, signOf);
