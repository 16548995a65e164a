/** The words with the line that says where they are from. @param where "page 12"; null where there are no pages. */
export function withReference(exact: string, title: string, where: string | null): string {
  return `“${exact}”\n${title}${where === null ? '' : `, ${where}`}`;
}
