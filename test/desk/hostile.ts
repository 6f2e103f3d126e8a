// A report whose text is written to break pages: tags, quotation marks, an entity, words in a script from right to left, and astral signs.
import { made } from '../study/made.js';

export const SCRIPT = '<script>alert("a")</script>';
export const ARABIC = 'قال المبعوث إن المحادثات ستستأنف قريبا';

const TEXT = `The Front <b>leaves</b> Tarn & "returns" ${SCRIPT}\n\nTARN - Lindqvist said 𝒯𝒶𝓁𝓀𝓈 would "go on" <img src=x onerror=alert(1)>.\n\n${ARABIC}.\n\nThe Front backs the plan of &lt;Lindqvist&gt;.`;

export const HOSTILE = made('hostile: #1?/%', '2031-05-24', TEXT, {
  publisher: '<i>Bad</i> Wire',
  actors: [
    { id: 'front', kind: 'armed group', names: ['Coast Front', 'the Front'] },
    { id: 'envoy', kind: 'person', names: ['Marta Lindqvist', 'Lindqvist'] },
    { id: 'odd', kind: '<u>kind</u>', names: ['<Lindqvist> "the" & Co'] },
  ],
  statements: [
    { speaker: 'envoy', words: '𝒯𝒶𝓁𝓀𝓈 would "go on" <img src=x onerror=alert(1)>' },
    { speaker: 'odd', words: ARABIC },
  ],
  claims: [
    { kind: 'tie', from: 'front', to: 'odd', relation: 'backs', words: 'The Front backs the plan of &lt;Lindqvist&gt;' },
    { kind: 'position', actor: 'envoy', issue: SCRIPT, stance: 'supports', words: '𝒯𝒶𝓁𝓀𝓈 would "go on"' },
  ],
});
