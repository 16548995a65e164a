/** Forms of verbs that no stemmer brings together: "paid councils" is said of who "pays councils", too. */

/** Those that official prose is full of; where a form is mostly another word ("saw", "left" and "lay"), it is not here. */
const verbs = (
  'pay paid|repay repaid|spend spent|overspend overspent|underspend underspent|build built|rebuild rebuilt|buy bought|' +
  'hold held|uphold upheld|withhold withheld|make made|give gave given|take took taken|undertake undertook undertaken|' +
  'overtake overtook overtaken|rise rose risen|arise arose arisen|fall fell fallen|grow grew grown|send sent|lose lost|' +
  'meet met|find found|lead led|mislead misled|know knew known|keep kept|tell told|sell sold|leave left|bring brought|' +
  'teach taught|seek sought|begin began begun|choose chose chosen|speak spoke spoken|write wrote written|' +
  'drive drove driven|break broke broken|freeze froze frozen|draw drew drawn|withdraw withdrew withdrawn|lend lent|' +
  'mean meant|run ran|say said|see seen|show showed shown|stand stood|withstand withstood|understand understood|' +
  'win won|feel felt|deal dealt|go went gone|hear heard|strike struck|become became|come came|overcome overcame|' +
  'sweep swept|sleep slept|breed bred|feed fed|flee fled|fight fought|catch caught|think thought|steal stole stolen'
)
  .split('|')
  .map((forms) => forms.split(' '));

const formsOf = new Map<string, readonly string[]>();
for (const forms of verbs) {
  const [base = ''] = forms;
  // "Pays" and "paying" are found as "pay" is.
  const written = base.endsWith('e') ? [`${base}s`, `${base.slice(0, -1)}ing`] : [`${base}s`, `${base}ing`];
  for (const form of [...forms, ...written]) {
    formsOf.set(
      form,
      forms.filter((other) => other !== form && !(written.includes(form) && other === base)),
    );
  }
}

/** @param word in small letters. @returns the other forms of it; none where the stemmer knows them. */
export function verbForms(word: string): readonly string[] {
  return formsOf.get(word) ?? [];
}
