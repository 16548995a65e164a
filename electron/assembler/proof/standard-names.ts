/**
 * Names that PDFs bear whatever is in them: of the standard (PDF 32000-1 and 32000-2), and those that common programs
 * give. Any other name in a file may have been given by a person.
 */
const standard = new Set(
  `
  ADBE AFRelationship ASCII85Decode ASCIIHexDecode Absolute AcroForm Action Actual ActualText Additional
  Adobe AdobeSansMM AfterAll All AllOff AllOn AllPages Alt Alternate AlternatePresentations Alternates
  Analytic Annot Annotation Annots AntiAlias AppDefault Arial ArialMT ArrowDown ArrowLeft ArrowRight
  ArrowUp Art ArtBox Article Artifact AsIs Ascent Aside Aspect Associated Attached Attributes Author
  Authority Auto Average AvgWidth BBox Background BackgroundColor BaseEncoding BaseFont BaseState
  BaseVersion BaselineShift Beads Before BeforeAfter Beveled BibEntry Bibliography BitsPerComponent
  BitsPerCoordinate BitsPerFlag BitsPerSample Black BlackIs1 BlackPoint BleedBox Blind Block BlockAlign
  BlockQuote Book Border BorderColor BorderStyle BorderThickness Both Bounds Boxes BreakBefore Btn
  ByteRange CCITTFaxDecode CFM CIDFontType0 CIDFontType0C CIDFontType2 CIDInit CIDSet CIDSystemInfo
  CIDToGIDMap CMap CNS1 CalCMYK CalGray CalRGB CapHeight Caption Caret Catalog Category Center
  CenterWindow Cert Changes CharProcs CharSet CharStrings Chart Chartsheet CheckSum Chicago Circle
  ClassMap Code ColSpan Collection CollectionField CollectionItem CollectionSchema CollectionSort
  ColorBurn ColorDodge ColorSpace ColorTransform Colorants Colors Column ColumnCount ColumnGap
  ColumnWidths Columns Compatible Components ContactInfo Contents ContextMenu Continuous Coords Count
  Courier CourierNew CreationDate Creator CropBox Crypt CryptFilter Custom Cyan DCTDecode
  DamagedRowsBeforeError Darken Dashed Data Date Datetime Decal Decimal Decode DecodeParms Default
  DefaultCMYK DefaultForPrinting DefaultGray DefaultRGB Desc DescendantFonts Descent Description
  Descriptive Design Dest DestOutputProfile DestOutputProfileRef Dests DeviceCMYK DeviceColorant
  DeviceGray DeviceN DeviceRGB Diagram Dialogsheet Diamond Difference Differences DigestMethod Dingbats
  Direction Disc DisplayDocTitle Distribute Div DocChecksum DocMDP DocTimeStamp Document DocumentFragment
  Documentation Domain Dotted Double Duplex DuplexFlipLongEdge DuplexFlipShortEdge Duration EFF
  EarlyChange Embedded EmbeddedFDFs EmbeddedFile EmbeddedFiles Embossed Emphasis Encode EncodedByteAlign
  Encoding Encrypt EncryptMetadata EndIndent EndOfBlock EndOfLine Endnote Entity Escape Event ExData
  Exclude Exclusion Export ExportState ExtGState Extend Extends ExtensionLevel Extensions FDF FDecodeParms
  FFilter Features FieldMDP Fields Figure FileAttachment Filespec Filter First FirstChar FirstPage Fit
  FitB FitBH FitBV FitH FitR FitV FitWindow FixedPrint Flags FlateDecode Floating Font FontBBox
  FontDescriptor FontFamily FontFile FontFile2 FontFile3 FontMatrix FontName FontStretch FontWeight Footer
  Footnote Form FormType Formula FreeText Frequency FullScreen Function FunctionType Functions GB1 Gamma
  GlyphOrientationVertical GoTo GoTo3DView GoToE GoToR Graph Gray Groove Group HTTP HalftoneName
  HalftoneType Halftones HardLight Head Header HeaderCells Headers Heading Height Helvetica Hidden
  HideAnnotationActions HideMenubar HideToolbar HideWindowUI Highlight Horizontal Hue Hyperlink ICCBased
  IDTree IRT Ident Identity IgnoredLayers Image ImageB ImageC ImageI ImageMask Import ImportData Index
  Indexed Info InfoDict Inherit Ink InkList Inline InlineAlign InlineShape Inset Intent Interpolate IsMap
  Issuer ItalicAngle JBIG2Decode JBIG2Globals JPXDecode Japan1 JavaScript Justify Keywords Kids Korea1 L2R
  LBody LZWDecode Label Lang Language Last LastChar LastModified LastPage Launch Layout Lbl Leading Left
  Length Length1 Length2 Length3 Level1 Lighten Limits Line LineHeight LineThrough Linearized Link List
  ListMode ListNumbering Location Lock Locked LowerAlpha LowerRoman Luminosity MCID MCR MMType1
  MacExpandEncoding MacExpertEncoding MacRomanEncoding Macrosheet Magenta Mark MarkInfo MarkStyle Marked
  Mask Matrix Matte MaxLen MaxWidth Measure Media MediaBox Metadata Middle MissingWidth MixingHints
  ModDate Mode Movie Multiply Name Named Names NeedAppearances NeedsRendering NewWindow Next NextPage
  NonEFontNoWarn NonFullScreenPageMode NonStruct None Normal Normalparagraph Note NumCopies Numeric Nums
  OBJR OCG OCGs OCMD OCProperties OFF Obj ObjStm Object Oblique Off Open OpenAction OpenType Opt
  OptionalContent Order Ordered Ordering Outline Outlines OutputCondition OutputConditionIdentifier
  OutputIntent OutputIntents Outset Overlay PDF PDFDocEncoding Padding Page PageElement PageLabel
  PageLabels PageLayout PageMode Pages Pagination PaintType Panose Paperclip Para Paragraph Params Parent
  ParentTree ParentTreeNextKey Part Pattern PatternType Pause Perceptual Perms PickTrayByPDFSize PieceInfo
  Placement PolyLine Polygon Popup Popups Poster PreRelease Preferred PreserveRB Prev PrevPage Print
  PrintArea PrintClip PrintPageRange PrintScaling PrintState PrinterMark Private ProcSet ProcSets Process
  Producer Projection Properties Public PublicKey Push PushPin QuadPoints Quote Range Rate Reason
  Recipients Rect Ref Reference Registration Registry RegistryName RelativeColorimetric Rendition
  Renditions Repeat ReqHandler Requirements ResetForm Resources RichMedia Ridge Right Role RoleMap
  RoleMapNS Root Rotate Row RowSpan Rows Ruby RubyAlign RubyPosition RunLengthDecode RunLengthEncode SMask
  Saturation Schema Scope Screen Script Sect Separation SeparationColorNames SeparationInfo SetOCGState
  Shade Shading ShadingType Sidebar Sig SigFieldLock SigQ SigRef Signature Simplex SinglePage Size Slide
  SoftLight Solid Sort Sound SoundActions SourceModified SpaceAfter SpaceBefore Span SpawnTemplate
  SpiderInfo Split Spot Square Squiggly Stamp Standard StandardEncoding Start StartIndent StartResource
  Status StdCF StemH StemV Stm StmF StmOwn Stop StrF StrikeOut Strong StructElem StructParent
  StructParents StructTreeRoot Structure Style Sub SubFilter Subject SubmitForm Subset Subtitle Subtype
  Summary Supplement Suspects Symbol SymbolSetEncoding Sync Synchronous TBody TBorderStyle TFoot THead TOC
  TOCI TPadding Tab Table Tabs Tag Tagged Template Templates Terms Text TextAlign TextDecorationColor
  TextDecorationThickness TextDecorationType TextIndent Textbody Textbox Thread Threads Thumb TilingType
  Times TimesRoman Tint Title ToUnicode Toggle TransferFunction TransformMethod TransformParams
  Transparency TrapNet TrapRegions TrapStyles Trapped TriangleMesh TrimBox TrueType Type Type0 Type1
  Type1C Type3 UCS URI URLS Underline UniqueName Unknown Unordered UnsupportedFunction UpperAlpha
  UpperRoman Usage UseAttachments UseCMap UseNone UseOC UseOutlines UseThumbs User UserProperties UserUnit
  Version Vertical VerticesPerRow Verts View ViewArea ViewClip ViewState ViewerPreferences Viewport
  Visible VisiblePages Volume WMode Warichu WarichuPosition WarichuText Watermark WhitePoint Widget Width
  Widths WinAnsiEncoding Windows Word Workbook Worksheet WritingMode XFA XHeight XML XObject XRef XRefStm
  XStep XYZ YStep Yellow Yes Zapf ZapfDingbats Zoom
  `
    .trim()
    .split(/\s+/u),
);

/** Families that come with programs, of which several are called like people, places and newspapers. */
const families =
  /helvetica|times|roman|courier|arial|arimo|symbol|zapf|dingbats|calibri|cambria|candara|consolas|constantia|corbel|verdana|georgia|tahoma|trebuchet|garamond|gill|palatino|frutiger|futura|optima|univers|bodoni|baskerville|century|schoolbook|gothic|minion|myriad|segoe|aptos|lato|roboto|noto|liberation|dejavu|franklin|rockwell|bookman|nimbus|linux|libertine|carlito|caladea|fira|inter|ubuntu|oswald|montserrat|merriweather|computer|modern|latin|italic|oblique|regular|medium|light|black|bold|condensed|narrow|mono|serif|sans/giu;

/** Of what fonts say of themselves and of their licence, in the words that many of them share. */
const foundries =
  /permission is hereby granted[\s\S]{0,6000}|(?:microsoft|monotype|adobe|google|apple|bitstream|linotype|ascender|vernon adams|steve matteson|tavmjong bah|the document foundry|red hat|copyright|all rights reserved|dealings in|trademarks?|registered|corporation|licen[cs]e[ds]?|openfontlicense|dealings|addresses|address|permission|software|notice|version|available|designed by|supplied font|project authors|data copyright)/giu;

/** The words of a font's own file that say something of a document. */
export function fontWords(text: string): string {
  return text.replace(foundries, ' ').replace(families, ' ');
}

/** How the profiles of colours that every program ships describe themselves. */
const profiles =
  /reference viewing condition|international electrotechnical commission|hewlett.packard(?: company)?|viewing conditions?|default rgb colou?r space|crt|curv|desc|para|text|mluc|XYZ|view|meas|tech|scnr|mntr|prtr|acsp|lcms|littlecms|colou?r|space|profile|perceptual|colorimetric|uncoated|coated|newsprint|paper|printing|gamma|display|generic|compatible|international|standard|reference|condition|public domain/giu;

/** The words of a profile of colours that say something of a document. */
export function profileWords(text: string): string {
  return fontWords(text.replace(profiles, ' '));
}

/** Styles that word processors name the parts of a document after. */
const styles =
  /heading|table|contents|text|body|standard|footnotes?|endnotes?|captions?|list|normal|title|subtitle|paragraph|default|style|header|footer|quotations?|index|figure|illustration|hyperlink|toc|frame|cell|item|block|web|plain|strong|emphasis|page|number|symbol|characters?|identity|diagram|intense|reference|comment|balloon|line|first|indent|bullet|continue|address|sender|salutation|signature|closing/giu;

/** Of letters and signs that are called like people or firms. */
const glyphs = /^(?:sterling|infinity|diamond|integral|universal|ampersand|florin|section|therefore)$/u;

/** What a name says that somebody may have given; null: it is one of the usual ones. */
export function givenName(name: string): string | null {
  if (standard.has(name) || glyphs.test(name)) return null;
  // Initials and counters are no evidence: "F1", "Identity-H", "Heading_20_1".
  const words = name.replace(styles, ' ').match(/[\p{L}\p{N}]{4,}/gu);
  return words === null ? null : words.join(' ');
}

/** The same of a font, without its subset and the families everybody has: "ABCDEF+Helvetica-Bold" says nothing. */
export function givenFontName(name: string): string {
  return name.replace(/^[A-Z]{6}\+/u, '').replace(families, ' ');
}
