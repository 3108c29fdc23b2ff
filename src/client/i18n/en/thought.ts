/** What the others think a player wants, and whether they are right. */
export const thought = {
  title: 'What they think you want',
  inShort: 'You would join the draft: about {{percent}} %. What matters most to you: {{articles}}.',
  compare: 'Compare with your mandate',
  joins: 'thought to join the draft: about {{percent}} %',
  note: 'From what is public of you and what you have said and done in the open. What somebody found out alone is not in it.',
  onlyYou: 'Beside it stands what is so, by your mandate: only you see that.',
  favourites: 'Of your {{of}} first wishes they have {{count}} right.',
  walkAway:
    'Without an agreement they believe you have {{low}} to {{high}} points, in two cases of three. You have {{truth}}.',
  which: 'The articles that matter most, in their eyes or to you',
  right: 'right',
  wrong: 'wrong',
  youWant: 'You want: {{option}}',
  redSo: 'Your red line “{{option}}”: suspected to {{chance}} %',
  redNot: 'No red line of yours at “{{option}}”: suspected to {{chance}} %',
  they: 'they: {{percent}} %',
  you: 'you: {{percent}} %',
} as const;
