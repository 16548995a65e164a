/** Units that quantities are measured in, brought to one base each, so that 41 centimetres are 0.41 metres. */

type Row = readonly [pattern: string, base: string, factor: number];

// The longer before what it begins with.
const table: readonly Row[] = [
  ['square\\skilometres?|sq\\.?\\skm|km(?:2|²)', 'm²', 1e6],
  ['square\\smiles?|sq\\.?\\smiles?', 'mile²', 1],
  ['square\\smet(?:re|er)s?|sq\\.?\\sm|sqm|m(?:2|²)', 'm²', 1],
  ['square\\sf(?:oo|ee)t|sq\\.?\\sft', 'ft²', 1],
  ['hectares?|ha', 'm²', 1e4],
  ['acres?', 'acre', 1],
  ['cubic\\smet(?:re|er)s?|m(?:3|³)', 'm³', 1],
  ['kilomet(?:re|er)s?\\s(?:per|an)\\shour|km/h|kph', 'km/h', 1],
  ['miles?\\s(?:per|an)\\shour|mph', 'mph', 1],
  ['kilomet(?:re|er)s?|km', 'm', 1000],
  ['centimet(?:re|er)s?|cm', 'm', 0.01],
  ['millimet(?:re|er)s?|mm', 'm', 0.001],
  ['met(?:re|er)s?|m', 'm', 1],
  ['miles?', 'mile', 1],
  ['yards?', 'yard', 1],
  ['f(?:oo|ee)t|ft', 'foot', 1],
  ['inch(?:es)?', 'inch', 1],
  ['megalit(?:re|er)s?', 'l', 1e6],
  ['millilit(?:re|er)s?|ml', 'l', 0.001],
  ['lit(?:re|er)s?', 'l', 1],
  ['kilotonnes?|kt', 'kg', 1e6],
  ['megatonnes?|mt', 'kg', 1e9],
  ['tonnes?', 'kg', 1000],
  ['kilogram(?:me)?s?|kg', 'kg', 1],
  ['milligram(?:me)?s?|mg', 'kg', 1e-6],
  ['gram(?:me)?s?|g', 'kg', 0.001],
  ['degrees?(?:\\scelsius|\\sc\\b)?|°\\s?c', '°', 1],
  ['terawatt[\\s-]hours?|twh', 'kWh', 1e9],
  ['gigawatt[\\s-]hours?|gwh', 'kWh', 1e6],
  ['megawatt[\\s-]hours?|mwh', 'kWh', 1000],
  ['kilowatt[\\s-]hours?|kwh', 'kWh', 1],
  ['gigawatts?|gw', 'kW', 1e6],
  ['megawatts?|mw', 'kW', 1000],
  ['kilowatts?|kw', 'kW', 1],
  ['gigabits?\\sper\\ssecond|gbps', 'Mbps', 1000],
  ['megabits?\\sper\\ssecond|mbps', 'Mbps', 1],
  ['terabytes?|tb', 'MB', 1e6],
  ['gigabytes?|gb', 'MB', 1000],
  ['megabytes?|mb', 'MB', 1],
  ['(?:working|clear)\\sdays?', 'working day', 1],
  ['years?', 'month', 12],
  ['months?', 'month', 1],
  ['weeks?', 'second', 604_800],
  ['days?', 'second', 86_400],
  ['hours?|hrs?', 'second', 3600],
  ['minutes?|mins?', 'second', 60],
  ['seconds?|secs?', 'second', 1],
  ['pounds?', 'GBP', 1],
  ['pence', 'GBP', 0.01],
  ['euros?', 'EUR', 1],
  ['dollars?', 'USD', 1],
];

export const unitPattern = table.map(([pattern]) => pattern).join('|');

const whole = table.map(([pattern, base, factor]) => ({
  pattern: new RegExp(`^(?:${pattern})$`, 'iu'),
  base,
  factor,
}));
const known = new Map<string, { readonly base: string; readonly factor: number }>();

/** @param words as `unitPattern` found them. */
export function unitOf(words: string): { readonly base: string; readonly factor: number } {
  const before = known.get(words);
  if (before) return before;
  const row = whole.find(({ pattern }) => pattern.test(words));
  const unit = { base: row?.base ?? words, factor: row?.factor ?? 1 };
  known.set(words, unit);
  return unit;
}

export const currencyUnits: ReadonlySet<string> = new Set(['GBP', 'EUR', 'USD']);
/** Spans of time, which set terms more often than they report. */
export const timeUnits: ReadonlySet<string> = new Set(['working day', 'month', 'second']);
