/** The same word as British and as American English spell it, for a search that must find both. */

type Swap = readonly [british: RegExp, toAmerican: string, american: RegExp, toBritish: string];

const ourStems =
  'arm|behavi|cand|clam|col|endeav|fav|flav|harb|hon|hum|lab|neighb|od|parl|rig|rum|sav|splend|tum|vap|vig';
const reStems = '(?:centi|milli|kilo)?met|cent|theat|fib|lit|calib|lust|spect|somb|meag|sabot';
const doubling =
  'cancel|channel|counsel|dial|enrol|equal|fuel|fulfil|instal|instil|label|level|marshal|model|panel|pedal|quarrel|signal|total|travel|tunnel';

const swaps: readonly Swap[] = [
  // What is not finished yet counts too: "organis" is the beginning of "organize".
  [
    /(\p{L}{3}|^re?al)is(e[drs]{0,2}|ers|i|in|ing|ings|a|at|ati|atio|ations?|ational|)$/u,
    '$1iz$2',
    /(\p{L}{3}|^re?al)iz(e[drs]{0,2}|ers|i|in|ing|ings|a|at|ati|atio|ations?|ational|)$/u,
    '$1is$2',
  ],
  [/(\p{L}{2})ys(e[drs]?|ers|ing)$/u, '$1yz$2', /(\p{L}{2})yz(e[drs]?|ers|ing)$/u, '$1ys$2'],
  [
    new RegExp(`^(un|dis|mis)?(${ourStems})our(.*)$`, 'u'),
    '$1$2or$3',
    new RegExp(`^(un|dis|mis)?(${ourStems})or(.*)$`, 'u'),
    '$1$2our$3',
  ],
  [new RegExp(`^(${reStems})re(s|d)?$`, 'u'), '$1er$2', new RegExp(`^(${reStems})er(s)?$`, 'u'), '$1re$2'],
  [/^(pro)gramme(s)?$/u, '$1gram$2', /^(pro)gram(s)?$/u, '$1gramme$2'],
  [/^(def|off|pret|lic)ence(.*)$/u, '$1ense$2', /^(def|off|pret|lic)ense(.*)$/u, '$1ence$2'],
  [/^(practi)se(.*)$/u, '$1ce$2', /^(practi)ce(.*)$/u, '$1se$2'],
  [
    new RegExp(`^(${doubling})l(ed|ing|ings|er|ers|or|ors)$`, 'u'),
    '$1$2',
    new RegExp(`^(${doubling})(ed|ing|ings|er|ers|or|ors)$`, 'u'),
    '$1l$2',
  ],
  [/^(enro|fulfi|insti)l(s|ments?)?$/u, '$1ll$2', /^(enro|fulfi|insti)ll(s|ments?)?$/u, '$1l$2'],
  [/^(insta)l(ments?)$/u, '$1ll$2', /^(insta)ll(ments?)$/u, '$1l$2'],
  [/^(ski|wi)l(ful.*)$/u, '$1ll$2', /^(ski|wi)ll(ful.*)$/u, '$1l$2'],
  [/^(judg|acknowledg|abridg)ement(s)?$/u, '$1ment$2', /^(judg|acknowledg|abridg)ment(s)?$/u, '$1ement$2'],
  [/^ageing$/u, 'aging', /^aging$/u, 'ageing'],
  [/^gr(e)y(s|ed|ing)?$/u, 'gray$2', /^gray(s|ed|ing)?$/u, 'grey$1'],
  [
    /^(catal|dial|anal|monol|prol)ogue(s|d)?$/u,
    '$1og$2',
    /^(catal|dial|anal|monol|prol)og(s)?$/u,
    '$1ogue$2',
  ],
  [/^plough(.*)$/u, 'plow$1', /^plow(.*)$/u, 'plough$1'],
  [/^sceptic(.*)$/u, 'skeptic$1', /^skeptic(.*)$/u, 'sceptic$1'],
  [/^aluminium$/u, 'aluminum', /^aluminum$/u, 'aluminium'],
  [
    /^(p|orthop|encyclop|an|h|arch|gyn)ae(.*)$/u,
    '$1e$2',
    /^(p|orthop|encyclop|an|h|arch|gyn)e(diat.*|dic.*|dia.*|mi[ac].*|mo.*|olog.*|colog.*)$/u,
    '$1ae$2',
  ],
  [/^(f)oet(us.*|al)$/u, '$1et$2', /^(f)et(us.*|al)$/u, '$1oet$2'],
  [/^mano(e)uv(re)(.*)$/u, 'maneuver$3', /^maneuver(.*)$/u, 'manoeuvre$1'],
  [/^mould(.*)$/u, 'mold$1', /^mold(.*)$/u, 'mould$1'],
  [/^artefact(s)?$/u, 'artifact$1', /^artifact(s)?$/u, 'artefact$1'],
  [/^(learn|burn|spel|spoil|dream)t$/u, '$1ed', /^(learn|burn|spel|spoil|dream)ed$/u, '$1t'],
  [/^whilst$/u, 'while', /^while$/u, 'whilst'],
];

/** @param word in small letters. @returns other spellings of it, which need not be words. */
export function spellingVariants(word: string): string[] {
  const variants = new Set<string>();
  for (const [british, toAmerican, american, toBritish] of swaps) {
    if (british.test(word)) variants.add(word.replace(british, toAmerican));
    if (american.test(word)) variants.add(word.replace(american, toBritish));
  }
  variants.delete(word);
  return [...variants];
}
