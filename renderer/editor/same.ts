/** Whether two JSON values say the same; the order in which an object names its parts says nothing. */
export function sameJson(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const parts = Object.entries(one);
  const others = new Map(Object.entries(other));
  return (
    parts.length === others.size &&
    parts.every(([name, part]) => others.has(name) && sameJson(part, others.get(name)))
  );
}
