/** Labels and headings that are told by a pattern, over keys as `labelKey` makes them. */

const opening = /^[a-z]{1,5}/;
const LETTERS = 5;

/** The latest, because each key is tried with one pattern after another. */
let latest = { key: '', opening: '' };

function openingOf(key: string): string {
  if (key !== latest.key) latest = { key, opening: opening.exec(key)?.[0] ?? '' };
  return latest.opening;
}

/** A pattern that is only compiled for text that begins as one of its words does: most of a paper is no label. */
export class LabelPattern {
  readonly #openings: ReadonlySet<string>;
  readonly pattern: RegExp;

  /**
   * @param openings the first words of all that the pattern matches, parted by spaces.
   * @param pattern of whole keys, each of which begins with a letter.
   */
  constructor(openings: string, pattern: RegExp) {
    this.#openings = new Set(openings.split(' ').map((word) => word.slice(0, LETTERS)));
    this.pattern = pattern;
  }

  test(key: string): boolean {
    return this.#openings.has(openingOf(key)) && this.pattern.test(key);
  }
}

export const labelPatterns = {
  points: new LabelPattern(
    'key our main point points top line lines speaking talking',
    /^(?:(?:key |our |main )?points? to (?:make|raise|cover)|key (?:points?|messages?)|top lines?|(?:key )?lines? to take|speaking (?:points?|notes?)|talking points?)$/,
  ),
  questions: new LabelPattern(
    'key our possible suggested question questions ask asks',
    /^(?:(?:key |our |possible |suggested )?questions? (?:to (?:ask|raise|put)|we (?:will|should|could) ask)|asks?|our asks?)$/,
  ),
  title: new LabelPattern(
    'report title subject ministerial submission briefing brief',
    /^(?:report title|title|title of (?:the )?(?:report|brief|meeting)|subject|report on|(?:ministerial )?(?:submission|briefing|brief))$/,
  ),
  briefing: new LabelPattern(
    'key policy further background introduction context sensitivities handling risks biography biographies likely questions q defensive elephant their next annex annexes issue recommendation timing argument presentation summary',
    /^(?:(?:key |policy |further )?background(?: information)?|introduction|context|sensitivities(?: and handling)?|handling(?: plan)?|risks(?: and handling)?|biograph(?:y|ies)|likely questions(?: and answers)?|(?:likely )?(?:questions and answers|q ?& ?a|q and a)s?|defensive lines|elephant traps|their (?:likely )?asks(?: and our response)?|next steps|annex(?:es)?(?: [a-z0-9]{1,3})?(?:[ :].{0,80})?|issue|recommendation|timing|argument|presentation|summary|key facts|key statistics)$/,
  ),
  report: new LabelPattern(
    'executive summary report recommendation recommendations officer reason reasons purpose introduction conclusion conclusions options alternative legal financia financial equality equalities climate environmental risk resource human community implications consultation next glossary',
    /^(?:(?:executive )?summary|report|recommendations?|(?:officer )?recommendations? and reasons?(?: for (?:the )?decision)?|reasons? for (?:the )?recommendations?|purpose(?: of (?:the )?report)?|introduction|conclusions?|options considered|alternative options|(?:legal|financial?|equalit(?:y|ies)|climate|environmental|risk|resource|human resources|community)(?: and [a-z ]{3,40})? implications|implications|consultation|next steps|glossary)$/,
  ),
  recommendations: new LabelPattern(
    'officer recommendation recommendations it the committee',
    /^(?:(?:officer )?recommendations?|it is recommended(?: that)?|(?:the )?committee is (?:asked|recommended|requested|invited) to)$/,
  ),
  documents: new LabelPattern(
    'list background supporting appendices appendix annexes',
    /^(?:list of )?(?:(?:background|supporting) (?:documents?|papers?|information)|appendices|appendix list|(?:list of )?appendices|annexes)(?: ?(?:\/|and|&|or) ?(?:background (?:documents?|papers?)|appendices|annexes|links))*$/,
  ),
  contact: new LabelPattern(
    'report contact contacts author',
    /^(?:(?:report )?contacts?(?: details| officers?| information| points?)?|report author(?:s|\(s\))?|author contact details)$/,
  ),
} as const;
