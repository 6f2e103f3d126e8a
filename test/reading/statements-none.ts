// Sentences of our own that hold no statement, each with the reason.
export const NO_STATEMENTS: readonly (readonly [text: string, why: string])[] = [
  ['Four trucks crossed the bridge on Monday and reached the camp before dark.', 'only the report speaks'],
  ['The two delegations signed the text in the town hall on Friday.', 'signing reports no words'],
  ['The army wants the hills above the valley.', 'wanting reports no words'],
  ['The talks ended on Saturday without a result.', 'an outcome told by the report'],
  ['Rain closed the only road to the north for a third day.', 'nobody speaks'],
  ['The minister addressed a crowd of several thousand in the stadium.', 'saying something without content'],
];
