/** The grammar of a ministerial meeting brief: title block, annotated agenda, topics, clearance and contact. */
import { fieldBlock, questionBlock } from '../document/build.ts';
import type { FieldName, Inline, PlainBlock, SectionRole } from '../document/schema.ts';
import { blockRules, fieldRules } from '../document/structure.ts';
import { BriefingAgenda } from './briefing-agenda.ts';
import { takeWhenAndWhere } from './briefing-front.ts';
import { BriefingOutline, type FoundHeading } from './briefing-outline.ts';
import type { DocumentBuilder } from './builder.ts';
import { putAnswer, takeDetail } from './details.ts';
import {
  type Gathered,
  gatherUnder,
  gatherValue,
  type ReadField,
  readAnyLabel,
  readField,
  readTitle,
} from './fields.ts';
import { doubt, isAddressLine, isProse, markerOf, readQuestion, withMarkerShown } from './lines.ts';
import { IndentLevels } from './list-levels.ts';
import { OwnStyles, questionLevel } from './own-styles.ts';
import type { Passage } from './rejoin.ts';
import { putText } from './running-text.ts';
import { allBold, sliceRuns, trimRuns, withoutBold } from './runs.ts';
import type { SourceText } from './source.ts';
import {
  isAnswersHeading,
  isClearanceHeading,
  isContactHeading,
  listLabel,
  partNamed,
} from './vocabulary.ts';

/** How far below a line its title block may go on. */
const FRONT_LINES = 10;

type Place = 'front' | 'agenda' | 'topic' | 'closing';

/** What an item is in a part that is made of one kind of item. */
const itemOf: Partial<Readonly<Record<SectionRole, PlainBlock['kind']>>> = {
  lines: 'lineToTake',
  asks: 'ask',
  sensitivities: 'sensitivity',
};

class BriefingGrammar {
  readonly #passages: readonly Passage[];
  readonly #build: DocumentBuilder;
  readonly #outline: BriefingOutline;
  readonly #own: OwnStyles;
  readonly #agenda: BriefingAgenda;
  readonly #indents = new IndentLevels();
  #place: Place = 'front';
  #closingRole: 'contact' | 'clearance' = 'contact';
  #items: 'points' | 'questions' = 'points';
  readonly #found = new Set<FieldName>();
  #inAnswers = false;
  /** The part that the last section heading opened. */
  #part: SectionRole = 'topic';
  /** Position of the next passage to read. */
  #at = 0;

  constructor(passages: readonly Passage[], build: DocumentBuilder, format: SourceText['format']) {
    this.#passages = passages;
    this.#build = build;
    this.#outline = new BriefingOutline(passages, format);
    this.#agenda = new BriefingAgenda(build);
    this.#own = new OwnStyles(passages);
  }

  run(): void {
    for (let passage = this.#passages[0]; passage; passage = this.#passages[this.#at]) {
      this.#at += 1;
      this.#take(passage);
    }
  }

  #take(passage: Passage): void {
    if (passage === this.#outline.title) this.#takeTitle(passage);
    else if (passage.line.rows) this.#takeTable(passage);
    else if (passage.line.aside) this.#takeText(passage);
    else if (takeDetail(passage, this.#build) || this.#takeAnswer(passage)) this.#outline.levels.sawWords();
    else if (this.#takeStyled(passage) || this.#takeHeadedField(passage)) return;
    else if (this.#takeField(passage) || this.#takeAgenda(passage) || this.#takeNumberedAim(passage)) return;
    else if (this.#takeLabel(passage)) return;
    else if (this.#takeClosingHeading(passage) || this.#takeQuestion(passage) || this.#takeHeading(passage))
      return;
    else if (this.#place === 'front') this.#takeFront(passage);
    else if (passage.line.marker) this.#takeItem(passage);
    else this.#takeText(passage);
  }

  /** What the style of a Word file of ours says; fields and headings are read like anybody's. */
  #takeStyled(passage: Passage): boolean {
    const style = this.#own.of(passage);
    if (style === 'text' || style === 'quotation') this.#takeText(passage);
    else if (style === 'label' && !this.#takeAgenda(passage)) this.#putLabel(passage);
    else if (style === 'point') this.#takePoint(passage, this.#indents.level(passage));
    else if (style === 'question') this.#takeStyledQuestion(passage);
    else if (style === 'likelyQuestion') this.#putStyled('qa', style, passage);
    else if (style === 'ask') this.#putStyled('asks', style, passage);
    else if (style === 'answer') return putAnswer(passage, this.#build);
    return (
      style === 'text' ||
      style === 'quotation' ||
      style === 'label' ||
      style === 'point' ||
      style === 'question' ||
      style === 'likelyQuestion' ||
      style === 'ask'
    );
  }

  /** Its style prints it in bold, which is not the author's. */
  #putStyled(role: SectionRole, kind: PlainBlock['kind'], passage: Passage): void {
    this.#outline.levels.sawWords();
    this.#build.plain(role, kind, passage, 0, null, withoutBold(passage.content));
  }

  #takeStyledQuestion(passage: Passage): void {
    const run = readAnyLabel(passage);
    // Our own files print the label in bold; a question may have a colon of its own.
    const labelled = run && allBold(sliceRuns(passage.content, 0, run.marker.length)) ? run : null;
    this.#place = 'topic';
    this.#outline.levels.sawWords();
    const content = labelled?.content ?? passage.content;
    this.#putQuestion(passage, content, labelled?.label ?? '', questionLevel(passage));
  }

  #takeTitle(passage: Passage): void {
    this.#build.plain('front', 'title', passage, 0, null, withoutBold(withMarkerShown(passage)));
    this.#place = 'front';
  }

  #takeField(passage: Passage): boolean {
    if (passage.line.heading !== null || (passage.line.marker && this.#place !== 'closing')) return false;
    const places = (
      {
        front: ['front', 'closing'],
        agenda: ['front', 'closing'],
        topic: ['closing'],
        closing: ['closing', 'contact'],
      } as const
    )[this.#place];
    const field = readField(passage, 'briefing', places);
    if (!field) return false;
    const closing = field.field === 'contact' || field.field === 'clearance';
    if (closing && field.bare && this.#place !== 'front') return false;
    if (this.#place === 'agenda') this.#place = closing ? 'closing' : 'front';
    if (this.#place === 'topic') this.#place = 'closing';
    this.#putField(passage, field);
    return true;
  }

  /** "Attendees" or "Purpose" as a heading of the title block, over nothing but a few lines. */
  #takeHeadedField(passage: Passage): boolean {
    if (this.#place !== 'front' || passage.line.heading === null || passage.line.marker) return false;
    const field = readField(passage, 'briefing', ['front']);
    if (!field?.bare || this.#found.has(field.field)) return false;
    const under = gatherUnder(passage, this.#passages.slice(this.#at));
    if (!under) return false;
    this.#putHeadedField(passage, field.field, 'front', under);
    return true;
  }

  #putHeadedField(heading: Passage, field: FieldName, role: SectionRole, under: Gathered): void {
    this.#at += under.taken;
    this.#found.add(field);
    const label = heading.text.replace(/\s*:$/, '');
    const kept = label === fieldRules[field].label ? null : label;
    const why = `What stands under the heading “${heading.text}” was taken for its value.`;
    const block = fieldBlock(this.#build.mint, field, under.passage.content, kept);
    this.#build.put(role, block, under.passage, doubt('headedField', why, heading.text));
  }

  #putField(passage: Passage, field: ReadField): void {
    const stops = (next: Passage) =>
      next === this.#outline.title ||
      this.#outline.isNumbered(next) ||
      readField(next, 'briefing', ['front', 'closing', 'contact']) !== null;
    const { passage: value, taken } = gatherValue(field, passage, this.#passages, this.#at, stops);
    this.#at += taken;
    this.#found.add(field.field);
    const block = fieldBlock(this.#build.mint, field.field, value.content, field.label);
    this.#build.put(this.#roleOfField(field.field), block, value);
  }

  #roleOfField(field: FieldName): 'front' | 'contact' | 'clearance' {
    if (this.#place === 'front') return 'front';
    if (field === 'clearance') this.#closingRole = 'clearance';
    else if (field === 'contact') this.#closingRole = 'contact';
    return this.#closingRole;
  }

  #takeAgenda(passage: Passage): boolean {
    if (!this.#agenda.takeLabel(passage)) return false;
    this.#place = 'agenda';
    this.#part = 'topic';
    return true;
  }

  #takeNumberedAim(passage: Passage): boolean {
    if (this.#place !== 'agenda' || !this.#agenda.goesOnWith(passage)) return false;
    this.#agenda.takeItem(passage);
    return true;
  }

  #takeLabel(passage: Passage): boolean {
    const items = listLabel(passage.text);
    if (!items || this.#outline.isMainLabel(passage)) return false;
    this.#putLabel(passage);
    return true;
  }

  #putLabel(passage: Passage): void {
    this.#enterTopic();
    this.#items = listLabel(passage.text) ?? 'points';
    this.#build.plain(this.#part, 'label', passage, 0, null, withoutBold(withMarkerShown(passage)));
  }

  #enterTopic(): void {
    this.#place = 'topic';
    this.#indents.reset();
    this.#outline.levels.sawWords();
  }

  #takeClosingHeading(passage: Passage): boolean {
    if (this.#place === 'front' && this.#at < this.#passages.length / 2) return false;
    const contact = isContactHeading(passage.text);
    if (!contact && !isClearanceHeading(passage.text)) return false;
    this.#place = 'closing';
    this.#closingRole = contact ? 'contact' : 'clearance';
    const under = gatherUnder(passage, this.#passages.slice(this.#at));
    if (under && !under.passage.text.includes(':')) {
      this.#putHeadedField(passage, this.#closingRole, this.#closingRole, under);
      return true;
    }
    this.#build.plain(this.#closingRole, 'heading', passage, 1, null, withoutBold(withMarkerShown(passage)));
    return true;
  }

  #takeQuestion(passage: Passage): boolean {
    const question = this.#place === 'closing' || this.#inAnswers ? null : readQuestion(passage);
    if (!question) return false;
    const level = passage.line.marker ? this.#indents.level(passage) : 0;
    if (this.#place !== 'topic') this.#enterTopic();
    this.#outline.levels.sawWords();
    if (question.content.length === 0) {
      this.#items = 'questions';
      this.#build.plain(this.#part, 'label', passage, 0, null, withoutBold(passage.content));
    } else {
      this.#putQuestion(passage, question.content, question.label, level);
    }
    return true;
  }

  /** @param label "" where the label above the questions says what they are. */
  #putQuestion(passage: Passage, content: readonly Inline[], label: string, level: number): void {
    const deepest = blockRules.question.maxLevel;
    const block = questionBlock(this.#build.mint, content, label, Math.min(level, deepest));
    this.#build.put(this.#part, block, passage);
    if (level > deepest) this.#build.tellFlattened(block, passage);
  }

  #takeHeading(passage: Passage): boolean {
    const found: FoundHeading | null = this.#outline.headingOf(
      passage,
      this.#at - 1,
      this.#place === 'front',
    );
    if (!found) return false;
    this.#place = 'topic';
    this.#items = listLabel(passage.text) ?? 'points';
    this.#inAnswers = isAnswersHeading(passage.text);
    // A heading that the source numbers is an item of the meeting, whatever it is called.
    const part = found.level === 1 && !passage.line.marker ? partNamed(passage.text, 'briefing') : null;
    if (found.level === 1) this.#part = part ?? 'topic';
    this.#indents.reset();
    const content = withoutBold(found.level === 1 ? passage.content : withMarkerShown(passage));
    const block = this.#build.plain(this.#part, 'heading', passage, found.level, found.doubt, content);
    if (found.level === 1) this.#build.number(block, passage);
    return true;
  }

  #takeFront(passage: Passage): void {
    const title = this.#build.hasTitle ? null : readTitle(passage);
    const fields = takeWhenAndWhere(passage, this.#found, this.#build);
    for (const field of fields) this.#found.add(field);
    if (fields.length > 0) return;
    if (title && !this.#outline.title) {
      this.#build.plain('front', 'title', passage, 0, null, withoutBold(title.content));
    } else if (!this.#outline.title && !this.#build.hasTitle && this.#mayBeTitle(passage)) {
      const why = 'This line was taken for the title because it is the first that is nothing else.';
      this.#build.plain(
        'front',
        'title',
        passage,
        0,
        doubt('guessedTitle', why, ''),
        withoutBold(passage.content),
      );
    } else if (passage.line.marker) {
      this.#enterTopic();
      this.#takeItem(passage);
    } else if (isProse(passage.text) && !this.#frontGoesOn()) {
      this.#enterTopic();
      this.#takeText(passage);
    } else {
      const why = 'This line of the title block bears no label that Despatch knows, so it stays text.';
      this.#build.plain('front', 'text', passage, 0, doubt('unrecognisedLine', why, null));
    }
  }

  /** Sentences are no titles, nor are "To: …" and "From: …", nor any line where another says that it is the title. */
  #mayBeTitle({ line, text }: Passage): boolean {
    if (line.marker || isProse(text) || isAddressLine(text)) return false;
    return !this.#passages.slice(this.#at, this.#at + FRONT_LINES).some((next) => readTitle(next) !== null);
  }

  /** Whether a labelled line of the title block follows. */
  #frontGoesOn(): boolean {
    return this.#passages
      .slice(this.#at, this.#at + FRONT_LINES)
      .some((next) => readField(next, 'briefing', ['front']) !== null);
  }

  #takeItem(passage: Passage): void {
    this.#outline.levels.sawWords();
    if (this.#place === 'closing') {
      this.#build.plain(this.#closingRole, 'text', passage, 0, null, withMarkerShown(passage));
    } else if (this.#place === 'agenda') {
      this.#agenda.takeItem(passage);
    } else if (this.#items === 'questions') {
      this.#place = 'topic';
      this.#putQuestion(passage, passage.content, '', this.#indents.level(passage));
    } else {
      this.#takePoint(passage, this.#indents.level(passage));
    }
  }

  #takePoint(passage: Passage, level: number): void {
    this.#place = 'topic';
    this.#outline.levels.sawWords();
    const bulleted = passage.line.marker === null || passage.line.marker.style === 'bullet';
    const why = `The source numbers this “${markerOf(passage)}”; points of a brief have bullets.`;
    const guess = bulleted ? null : doubt('numberedPoint', why, markerOf(passage));
    const kind = level === 0 ? (itemOf[this.#part] ?? 'point') : 'point';
    this.#build.plain(this.#part, kind, passage, level, guess);
  }

  #takeTable(passage: Passage): void {
    this.#outline.levels.sawWords();
    this.#indents.reset();
    this.#build.table(this.#role(), passage);
  }

  /** Where words go that are nothing but words. */
  #role(): SectionRole {
    if (this.#place === 'closing') return this.#closingRole;
    return this.#place === 'topic' ? this.#part : this.#place;
  }

  /** "Q: …" among questions and answers; its answer is a detail. */
  #takeAnswer(passage: Passage): boolean {
    if (this.#place !== 'topic' || this.#part !== 'qa' || passage.line.heading !== null) return false;
    const match = /^(?:Q(?:uestion)?\s?\d{0,2}[.:)])\s*(?=\S)/u.exec(passage.text);
    if (!match) return false;
    const content = trimRuns(sliceRuns(passage.content, match[0].length));
    this.#build.plain('qa', 'likelyQuestion', passage, 0, null, withoutBold(content));
    return true;
  }

  #takeText(passage: Passage): void {
    this.#outline.levels.sawWords();
    this.#indents.reset();
    putText(this.#role(), passage, this.#build);
  }
}

/** Writes the passages into the builder as a brief. */
export function readBriefing(
  passages: readonly Passage[],
  build: DocumentBuilder,
  format: SourceText['format'],
): void {
  new BriefingGrammar(passages, build, format).run();
}
