/** The grammar of a committee report: title block, recommendations, numbered body, documents and contact. */
import { fieldBlock } from '../document/build.ts';
import type { FieldName, SectionRole } from '../document/schema.ts';
import type { DocumentBuilder } from './builder.ts';
import { takeDetail } from './details.ts';
import { gatherValue, type ReadField, readField, readTitle } from './fields.ts';
import { doubt, markerOf, withMarkerShown } from './lines.ts';
import { StyleLevels } from './list-levels.ts';
import { OwnStyles } from './own-styles.ts';
import type { Passage } from './rejoin.ts';
import { putGuessedContact, putListedDocument, readAppendix } from './report-end.ts';
import { takeCommitteeOrDate, takeFrontLine } from './report-front.ts';
import { pathDepth, ReportOutline } from './report-outline.ts';
import { putText } from './running-text.ts';
import { sliceRuns, trimRuns, withoutBold } from './runs.ts';
import type { SourceText } from './source.ts';
import { splitContactDetails } from './split-labels.ts';
import {
  isContactHeading,
  isDocumentsHeading,
  isKnownHeading,
  isRecommendationsHeading,
  isRecommendationsLeadIn,
  partNamed,
} from './vocabulary.ts';

type Place = 'front' | 'recommendations' | 'body' | 'documents' | 'contact';

class ReportGrammar {
  readonly #passages: readonly Passage[];
  readonly #build: DocumentBuilder;
  readonly #outline: ReportOutline;
  readonly #own: OwnStyles;
  readonly #levels = new StyleLevels();
  readonly #found = new Set<FieldName>();
  readonly #appendices = new Set<string>();
  #place: Place = 'front';
  #at = 0;
  /** Only the last part of a passage has the lines below it next. */
  #mayGather = true;
  /** The part of the body that the last section heading opened. */
  #part: SectionRole = 'body';

  constructor(passages: readonly Passage[], build: DocumentBuilder, format: SourceText['format']) {
    this.#passages = passages;
    this.#build = build;
    this.#outline = new ReportOutline(passages, format, build.kind);
    this.#own = new OwnStyles(passages);
    if (this.#outline.sectional) build.numbering = 'sectional';
  }

  run(): void {
    for (let passage = this.#passages[0]; passage; passage = this.#passages[this.#at]) {
      this.#at += 1;
      const parts = this.#place === 'contact' ? splitContactDetails(passage) : [passage];
      for (const part of parts) {
        this.#mayGather = part === parts.at(-1);
        this.#take(part);
      }
    }
  }

  #take(passage: Passage): void {
    if (passage === this.#outline.title) {
      this.#build.plain('front', 'title', passage, 0, null, withoutBold(withMarkerShown(passage)));
      this.#place = 'front';
    } else if (passage.line.rows) this.#takeTable(passage);
    else if (passage.line.aside) this.#takeText(passage);
    else if (takeDetail(passage, this.#build)) this.#outline.levels.sawWords();
    else if (this.#takeStyled(passage)) return;
    else if (this.#takeField(passage) || this.#takeUnheadedContact(passage)) return;
    else if (this.#takeInlineDocuments(passage) || this.#takeSection(passage)) return;
    else if (this.#takeHeading(passage)) return;
    else if (this.#place === 'front') this.#takeFront(passage);
    else if (this.#place === 'documents') this.#takeDocument(passage);
    else if (this.#place === 'contact') this.#takeContact(passage);
    else if (passage.line.marker) this.#takeItem(passage);
    else this.#takeText(passage);
  }

  /** What the style of a Word file of ours says; fields, headings and lists are read like anybody's. */
  #takeStyled(passage: Passage): boolean {
    const style = this.#own.of(passage);
    const masthead = style === 'committee' || style === 'date' ? style : null;
    if (masthead) {
      const block = fieldBlock(this.#build.mint, masthead, withoutBold(passage.content));
      this.#found.add(masthead);
      this.#build.put('front', block, passage);
      return true;
    }
    if (style === 'option' && this.#part === 'options') {
      this.#build.plain('options', 'option', passage);
      return true;
    }
    if (style !== 'text' && style !== 'quotation') return false;
    this.#takeText(passage);
    return true;
  }

  #takeField(passage: Passage): boolean {
    if (passage.line.heading !== null || passage.line.marker) return false;
    const head = this.#place === 'front' ? takeCommitteeOrDate(passage, this.#build) : [];
    for (const field of head) this.#found.add(field);
    if (head.length > 0) return true;
    const places = (
      {
        front: ['front'],
        contact: ['contact'],
        recommendations: ['front'],
        body: ['front'],
        documents: [],
      } as const
    )[this.#place];
    const field = readField(passage, this.#build.kind, places);
    if (!field || (this.#place === 'contact' && field.bare && isContactHeading(passage.text))) return false;
    // Outside the title block only the accountable member is a field: "Time: …" in the body is prose.
    if (this.#takeTiming(passage, field)) return true;
    if ((this.#place === 'recommendations' || this.#place === 'body') && field.field !== 'reportOf')
      return false;
    if (this.#place === 'body' && field.label !== null) return false;
    this.#putField(passage, field);
    return true;
  }

  /** The critical date and its reason stand in a part of their own, not at the head of a submission. */
  #takeTiming(passage: Passage, { field, content, label, bare }: ReadField): boolean {
    if (this.#part !== 'timing' || this.#place !== 'body' || bare) return false;
    if (field !== 'criticalDate' && field !== 'criticalDateReason') return false;
    this.#build.put('timing', fieldBlock(this.#build.mint, field, content, label), passage);
    return true;
  }

  #putField(passage: Passage, field: ReadField): void {
    const stops = (next: Passage) =>
      next === this.#outline.title ||
      readField(next, this.#build.kind, ['front', 'contact']) !== null ||
      this.#startsSection(next);
    const from = this.#mayGather ? this.#at : this.#passages.length;
    const { passage: value, taken } = gatherValue(field, passage, this.#passages, from, stops);
    this.#at += taken;
    this.#found.add(field.field);
    const own = this.#own.of(passage);
    const role = this.#place === 'body' || this.#place === 'documents' ? 'recommendations' : this.#place;
    this.#build.put(
      role,
      fieldBlock(
        this.#build.mint,
        field.field,
        own === 'reportOf' ? withoutBold(value.content) : value.content,
        field.label,
      ),
      value,
    );
  }

  #startsSection({ text }: Passage): boolean {
    return (
      isRecommendationsHeading(text) ||
      isDocumentsHeading(text) ||
      isContactHeading(text) ||
      isKnownHeading(text, this.#build.kind)
    );
  }

  /** "Contact officer: …" opens the contact section where nobody wrote a heading over it. */
  #takeUnheadedContact(passage: Passage): boolean {
    if (this.#place === 'front' || this.#place === 'contact') return false;
    if (passage.line.heading !== null || passage.line.marker) return false;
    const field = readField(passage, this.#build.kind, ['contact']);
    if (field?.field !== 'contactName' || field.bare || !isContactHeading(field.marker)) return false;
    this.#place = 'contact';
    this.#levels.reset();
    this.#putField(passage, field);
    return true;
  }

  /** "Background papers: None" is a heading and what it heads. */
  #takeInlineDocuments(passage: Passage): boolean {
    const { line, text, content } = passage;
    const match = /^([^:\n]{1,60}:)\s+(?=\S)/.exec(text);
    if (!match?.[1] || line.marker || line.quoted || this.#place === 'front') return false;
    if (!isDocumentsHeading(match[1])) return false;
    const heading = trimRuns(sliceRuns(content, 0, match[1].length - 1));
    const rest = trimRuns(sliceRuns(content, match[0].length));
    this.#place = 'documents';
    this.#levels.reset();
    this.#build.plain('documents', 'heading', { ...passage, joins: [] }, 1, null, withoutBold(heading));
    this.#takeDocument({ ...passage, content: rest, text: text.slice(match[0].length) });
    return true;
  }

  #takeSection(passage: Passage): boolean {
    const { text, line } = passage;
    if (line.marker?.style === 'bullet' || line.quoted) return false;
    const place: Place | null = isRecommendationsHeading(text)
      ? 'recommendations'
      : isDocumentsHeading(text)
        ? 'documents'
        : isContactHeading(text)
          ? 'contact'
          : null;
    // "It is recommended that:" opens the section where no heading did, and introduces the list where one did.
    const introduces = place === 'recommendations' && this.#place === place && line.heading === null;
    if (!place || introduces) return false;
    this.#place = place;
    this.#levels.reset();
    this.#outline.levels.sawHeading(1, text);
    const numbered = this.#outline.sectional && place === 'recommendations';
    const why = `The heading’s number “${markerOf(passage)}” was left out: this heading prints none.`;
    const guess = line.marker && !numbered ? doubt('headingNumber', why, markerOf(passage)) : null;
    const block = this.#build.plain(place, 'heading', passage, 1, guess, withoutBold(passage.content));
    if (numbered) this.#build.number(block, passage);
    return true;
  }

  #takeHeading(passage: Passage): boolean {
    const listed = this.#place === 'documents' || this.#place === 'contact';
    const { line, text } = passage;
    if (listed && line.heading === null && !isKnownHeading(text, this.#build.kind)) return false;
    const heading = this.#outline.headingOf(passage, this.#at - 1, this.#place === 'front');
    if (!heading) return false;
    this.#place = 'body';
    if (heading.level === 1) this.#part = partNamed(text, this.#build.kind) ?? 'body';
    this.#levels.reset();
    const words = withoutBold(passage.content);
    const block = this.#build.plain(this.#part, 'heading', passage, heading.level, heading.doubt, words);
    if (heading.numbered) this.#build.number(block, passage);
    return true;
  }

  #takeFront(passage: Passage): void {
    const { marker } = passage.line;
    if (marker || passage.text.length > 300) {
      this.#place = 'body';
      if (marker) this.#takeItem(passage);
      else this.#takeText(passage);
      return;
    }
    const titleKnown = this.#outline.title !== null || this.#titleAhead(passage);
    const found = { committee: this.#found.has('committee'), titleKnown };
    const field = takeFrontLine(passage, this.#build, found, this.#frontLinesAhead());
    if (field) this.#found.add(field);
  }

  /** A line below says that it is the title. */
  #titleAhead(passage: Passage): boolean {
    if (readTitle(passage)) return false;
    return this.#passages.slice(this.#at, this.#at + 8).some((next) => readTitle(next) !== null);
  }

  /** How many unlabelled lines follow in the title block; none where the next section starts at once. */
  #frontLinesAhead(): number {
    let lines = 0;
    for (const next of this.#passages.slice(this.#at, this.#at + 8)) {
      if (
        next.line.marker ||
        next.line.heading !== null ||
        this.#startsSection(next) ||
        next.text.length > 300
      )
        break;
      if (readField(next, this.#build.kind, ['front']) === null) lines += 1;
    }
    return lines;
  }

  #takeItem(passage: Passage): void {
    const { marker } = passage.line;
    this.#outline.levels.sawWords();
    if (this.#place === 'recommendations' && isRecommendationsLeadIn(passage.text)) {
      this.#takeText(passage);
      return;
    }
    if (this.#place === 'recommendations') {
      const path =
        marker?.style === 'decimal' ? Math.max(pathDepth(passage) - this.#outline.paragraphDepth, 0) : 0;
      const level = this.#levels.level(passage, Math.min(path, 1));
      const block = this.#build.plain('recommendations', 'recommendation', passage, level);
      this.#build.number(block, passage);
      return;
    }
    this.#place = 'body';
    const path =
      marker?.style === 'decimal' ? Math.max(pathDepth(passage) - this.#outline.paragraphDepth, 0) : 0;
    const level = this.#levels.level(passage, path);
    if (marker?.style === 'bullet') {
      const why = 'Reports have lettered sub-paragraphs instead of bullets, so this bullet becomes one.';
      this.#build.plain(
        this.#part,
        'paragraph',
        passage,
        Math.max(level, 1),
        doubt('bulletAsParagraph', why, marker.text),
      );
      return;
    }
    // Letters that stand under no numbered paragraph are still letters.
    const deep = marker?.style === 'decimal' ? level : Math.max(level, 1);
    this.#build.number(this.#build.plain(this.#part, 'paragraph', passage, deep), passage);
  }

  #takeDocument(passage: Passage): void {
    const appendix = readAppendix(passage);
    if (appendix && this.#appendices.has(appendix.designation) && passage.text.length === appendix.length) {
      this.#takeAttached(passage);
      return;
    }
    if (appendix) this.#appendices.add(appendix.designation);
    putListedDocument(passage, appendix, this.#build);
  }

  /** An appendix named a second time, on its own: here its text begins. */
  #takeAttached(passage: Passage): void {
    this.#place = 'body';
    this.#part = 'body';
    this.#levels.reset();
    this.#outline.levels.sawHeading(1, passage.text);
    const why = 'The text of an appendix seems to begin here, so this line was taken for a heading.';
    this.#build.plain(
      'body',
      'heading',
      passage,
      1,
      doubt('guessedHeading', why, ''),
      withoutBold(passage.content),
    );
  }

  #takeContact(passage: Passage): void {
    if (readAppendix(passage) && passage.text.length < 120) {
      this.#takeAttached(passage);
      return;
    }
    const field = putGuessedContact(passage, this.#found, this.#build);
    if (field) this.#found.add(field);
    else this.#takeText(passage);
  }

  #role(): SectionRole {
    return this.#place === 'body' ? this.#part : this.#place;
  }

  #takeTable(passage: Passage): void {
    this.#outline.levels.sawWords();
    this.#build.table(this.#role(), passage);
  }

  #takeText(passage: Passage): void {
    this.#outline.levels.sawWords();
    putText(this.#role(), passage, this.#build);
  }
}

/** Writes the passages into the builder as a report. */
export function readReport(
  passages: readonly Passage[],
  build: DocumentBuilder,
  format: SourceText['format'],
): void {
  new ReportGrammar(passages, build, format).run();
}
