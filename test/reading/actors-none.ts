// Words that mean nobody, and names that must stay apart.

/** Words in a text that mean no actor. */
export const NOBODY: readonly { readonly text: string; readonly of: string; readonly why: string }[] = [
  { text: 'It is hard to say when the talks will resume.', of: 'It', why: 'an empty subject' },
  { text: 'The envoy said it was clear that nobody would come.', of: 'it', why: 'an empty subject in a clause' },
  { text: 'On Monday the convoy left for the north.', of: 'Monday', why: 'a day' },
  { text: 'They met last week in a hotel.', of: 'last week', why: 'a time' },
  { text: 'Twelve trucks carried flour and beans.', of: 'flour', why: 'a good' },
];

/** Texts in which the words of each pair mean different actors. */
export const APART: readonly { readonly text: string; readonly pairs: readonly (readonly [string, string])[]; readonly why: string }[] = [
  {
    why: 'two persons of one family name, each called in full',
    text: 'Ahmed Saleh met Fatima Saleh in Aden. Ahmed Saleh left first. Fatima Saleh stayed.',
    pairs: [['Ahmed Saleh', 'Fatima Saleh']],
  },
  {
    why: 'the state and the place',
    text: 'Damascus said no. The road from Damascus to Homs is shut.',
    pairs: [['Damascus said', 'from Damascus']],
  },
  {
    why: 'a party and its longer-named rival',
    text: 'SPLM and SPLM-IO signed on Monday. SPLM-IO then left.',
    pairs: [['SPLM and', 'SPLM-IO signed']],
  },
  {
    why: 'a spokesman and whom he speaks for',
    text: 'Ali Haddad, spokesman for Omar Khalil, said Khalil was ill.',
    pairs: [['Ali Haddad', 'Omar Khalil']],
  },
  {
    why: 'two Congos',
    text: 'The Democratic Republic of the Congo accused Rwanda. The Republic of the Congo stayed silent.',
    pairs: [['The Democratic Republic of the Congo', 'The Republic of the Congo']],
  },
  { why: 'two Koreas', text: 'North Korea wrote to South Korea on Friday.', pairs: [['North Korea', 'South Korea']] },
  { why: 'Sudan and South Sudan', text: 'Sudan and South Sudan agreed to talk about oil.', pairs: [['Sudan and', 'South Sudan']] },
];
