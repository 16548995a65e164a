/** A reader of calendar files that refuses whatever RFC 5545 does not allow. */

export interface Property {
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly value: string;
}
export interface Component {
  readonly name: string;
  readonly properties: readonly Property[];
  readonly components: readonly Component[];
}

function linesOf(bytes: Uint8Array): string[] {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  if (!text.endsWith('\r\n')) throw new Error('no CRLF at the end');
  const physical = text.slice(0, -2).split('\r\n');
  for (const line of physical) {
    if (/[\r\n]/.test(line)) throw new Error(`bare line break in ${JSON.stringify(line)}`);
    if (new TextEncoder().encode(line).length > 75) throw new Error(`more than 75 octets: ${line}`);
    if (/[^\P{Cc}\t]/u.test(line)) throw new Error(`control character in ${JSON.stringify(line)}`);
    if (line === '') throw new Error('empty line');
  }
  const logical: string[] = [];
  for (const line of physical) {
    if (line.startsWith(' ')) {
      const last = logical.pop();
      if (last === undefined) throw new Error('continuation of nothing');
      logical.push(last + line.slice(1));
    } else logical.push(line);
  }
  return logical;
}

function propertyOf(line: string): Property {
  const match = /^([A-Z-]+)((?:;[A-Z-]+=(?:[^;:,"]+|"[^"]*"))*):(.*)$/s.exec(line);
  if (!match) throw new Error(`no property: ${line}`);
  const [, name = '', parameters = '', value = ''] = match;
  const pairs = [...parameters.matchAll(/;([A-Z-]+)=(?:"([^"]*)"|([^;"]+))/g)];
  return {
    name,
    value,
    parameters: Object.fromEntries(
      pairs.map(([, parameter = '', quoted, bare = '']) => [parameter, quoted ?? bare]),
    ),
  };
}

export function textOf(value: string): string {
  if (/(?<!\\)(?:\\\\)*[;,]/.test(value)) throw new Error(`unescaped separator in ${value}`);
  return value.replace(/\\(.)/gs, (_, escaped: string) => {
    if (escaped === 'n' || escaped === 'N') return '\n';
    if ('\\;,'.includes(escaped)) return escaped;
    throw new Error(`wrong escape \\${escaped}`);
  });
}

export function readCalendar(bytes: Uint8Array): Component {
  const stack: { name: string; properties: Property[]; components: Component[] }[] = [
    { name: '', properties: [], components: [] },
  ];
  for (const line of linesOf(bytes)) {
    const property = propertyOf(line);
    const top = stack.at(-1);
    if (property.name === 'BEGIN') stack.push({ name: property.value, properties: [], components: [] });
    else if (property.name === 'END') {
      const ended = stack.pop();
      if (ended?.name !== property.value) throw new Error(`${property.value} ends where ${ended?.name} does`);
      stack.at(-1)?.components.push(ended);
    } else top?.properties.push(property);
  }
  const [calendar, ...more] = stack[0]?.components ?? [];
  if (stack.length !== 1 || calendar?.name !== 'VCALENDAR' || more.length > 0)
    throw new Error('not one calendar');
  for (const name of ['VERSION', 'PRODID']) one(calendar, name);
  const published = calendar.properties.some(({ name }) => name === 'METHOD');
  const zones = calendar.components
    .filter(({ name }) => name === 'VTIMEZONE')
    .map((zone) => one(zone, 'TZID').value);
  const uids = new Set<string>();
  for (const event of calendar.components.filter(({ name }) => name === 'VEVENT')) {
    const uid = one(event, 'UID').value;
    if (uids.has(uid)) throw new Error(`UID twice: ${uid}`);
    uids.add(uid);
    if (!/^\d{8}T\d{6}Z$/.test(one(event, 'DTSTAMP').value)) throw new Error('DTSTAMP is not in UTC');
    // RFC 5546, 3.2.1.
    if (published) one(event, 'ORGANIZER');
    const start = one(event, 'DTSTART');
    const zone = start.parameters['TZID'];
    if (start.parameters['VALUE'] === 'DATE') {
      if (!/^\d{8}$/.test(start.value)) throw new Error(`no date: ${start.value}`);
      if (!/^\d{8}$/.test(one(event, 'DTEND').value)) throw new Error('an all-day event ends at a time');
    } else {
      if (!/^\d{8}T\d{6}$/.test(start.value)) throw new Error(`no local time: ${start.value}`);
      if (zone === undefined || !zones.includes(zone)) throw new Error(`zone not declared: ${zone}`);
    }
    for (const { name, value } of event.properties) {
      if (['SUMMARY', 'DESCRIPTION', 'LOCATION', 'UID'].includes(name)) textOf(value);
    }
  }
  return calendar;
}

export function one(component: Component, name: string): Property {
  const found = component.properties.filter((property) => property.name === name);
  const [property] = found;
  if (property === undefined || found.length > 1) throw new Error(`${found.length} times ${name}`);
  return property;
}
