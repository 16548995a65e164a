/** Places are in the text of the page, in UTF-16 units. */
export interface Words {
  readonly at: number;
  readonly text: string;
  readonly strong?: boolean;
}
