/** What the tour shows, in order; two minutes at an ordinary pace. */

export interface TourStep {
  readonly title: string;
  readonly text: string;
  /** What the light falls on; where it is not on the screen, the card stands alone. */
  readonly target: string;
}

export const tourSteps: readonly TourStep[] = [
  {
    title: 'Write what it is, not how it looks',
    text: 'A document is a list of blocks: points, questions, numbered paragraphs. You never set a font, an indent or a number. Enter makes the next block, Tab moves it in a level, Backspace at its start makes it plainer.',
    target: '[data-region="sheet"]',
  },
  {
    title: 'Type / for everything',
    text: 'At the start of a block or after a space, a stroke lists what can stand here: kinds of block, an answer hoped for, a new section, a table. Type a few letters, then press Enter. Escape leaves your words as they are.',
    target: '[data-region="sheet"] [data-current], [data-region="sheet"]',
  },
  {
    title: 'The outline moves whole sections',
    text: 'It follows you as you write. Drag an entry, or use the grip with the keyboard, to move a section with everything in it. Alt+Up and Alt+Down move a block on the sheet.',
    target: '[data-region="navigator"]',
  },
  {
    title: 'Who may read it',
    text: 'The marking is printed in bold capitals at the top and bottom of every page, with descriptor and handling instruction. A new document has none until you choose one.',
    target: '.bar-start .button.chip',
  },
  {
    title: 'Checks, while you write',
    text: 'Placeholders, missing fields, acronyms never explained, figures without a source, references that lead nowhere. Choose a finding to go to its words.',
    target: '[data-region="inspector"]',
  },
  {
    title: 'Saved, and how long it is',
    text: 'Words, pages and speaking time are counted as you type. Everything is on disk a moment after you pause; the right end always says so.',
    target: '[data-region="status"]',
  },
  {
    title: 'Word and PDF from one text',
    text: 'Word gets real headings, numbers and styles, so that others can work on it. The PDF is tagged and accessible. Nothing leaves this computer unless you send it.',
    target: '.bar-end .button.primary',
  },
  {
    title: 'One key for the rest',
    text: 'Ctrl+K finds every command, heading and document by a few letters of its name, with its key beside it. F1 lists all keys. This tour waits in the Help menu.',
    target: '.bar-middle',
  },
];
