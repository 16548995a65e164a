/** The measures of the printed page, the same as in `resources/templates/common.typ`, in Word's units. */

/** Centimetres in twentieths of a point. */
const cm = (length: number): number => Math.round((length / 2.54) * 1440);
/** Points in twentieths of a point. */
export const pt = (length: number): number => Math.round(length * 20);
/** Points in half points, for sizes of type. */
export const size = (points: number): number => points * 2;

/** The column in which numbers hang. */
export const HANG = cm(1.1);
/** Where a bullet or the rule of a question stands in that column. */
export const BULLET = cm(0.4);
export const LABEL_COLUMN = cm(5.2);
export const ADDRESS_COLUMN = cm(2.4);
export const APPENDIX_COLUMN = cm(3);
/** "Annex A" at the size of a heading, "Option 1" at that of text, and the gap after it. */
export const ANNEX_COLUMN = cm(2.6);
export const OPTION_COLUMN = cm(2.2);
/** From one box to tick to the next. */
export const BOX_COLUMN = cm(4.6);
/** Between the rule of a quotation and its words. */
export const QUOTATION_INSET = pt(14);
export const HEADER_DISTANCE = cm(1.1);
export const FOOTER_DISTANCE = cm(0.9);
export const MARGIN = cm(2.54);
/** Of the column of text. */
export const TEXT_WIDTH = 11906 - 2 * cm(2.54);
export const PAGE = { width: 11906, height: 16838 };
