// Text made safe to stand in XML.

/** True for what XML 1.0 allows: tab, line ends, and all from the space on but two non-characters. */
const allowed = (code: number): boolean => code === 9 || code === 10 || code === 13 || (code >= 32 && code !== 0xfffe && code !== 0xffff);

/** Escapes markup and leaves out what XML 1.0 forbids; a lone surrogate becomes the replacement character. */
export function xmlText(text: string): string {
  const whole = Buffer.from(text, 'utf8').toString('utf8');
  return [...whole]
    .filter((character) => allowed(character.codePointAt(0) ?? 0))
    .join('')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
