/** The words of the document: misspelt ones, acronyms, lengths, and the lists that count as right. */
import './words.css';
import { Acronyms } from './acronyms.tsx';
import { Lengths } from './lengths.tsx';
import { Misspelt } from './misspelt.tsx';
import { WordLists } from './word-lists.tsx';

export function WordsPanel() {
  return (
    <div className="words-panel">
      <Misspelt />
      <Acronyms />
      <Lengths />
      <WordLists />
    </div>
  );
}
