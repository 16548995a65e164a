/** Hyperlinks to addresses outside the file. */
import { BuilderElement, type IContext, type IXmlableObject, type ParagraphChild } from 'docx';

const HYPERLINK = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';

/** docx's own takes a random id for each, and the same document must give the same bytes. */
class Link extends BuilderElement<{ id: string; history: number }> {
  readonly #address: string;
  readonly #id: string;
  readonly #known: Set<string>;

  constructor(address: string, id: string, known: Set<string>, children: readonly ParagraphChild[]) {
    super({
      name: 'w:hyperlink',
      attributes: { id: { key: 'r:id', value: `rId${id}` }, history: { key: 'w:history', value: 1 } },
      children: children as ConstructorParameters<typeof BuilderElement>[0]['children'] & object,
    });
    this.#address = address;
    this.#id = id;
    this.#known = known;
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    if (!this.#known.has(this.#id)) {
      this.#known.add(this.#id);
      context.viewWrapper.Relationships.addRelationship(this.#id, HYPERLINK, this.#address, 'External');
    }
    return super.prepForXml(context);
  }
}

/** The links of one file; the same address is kept once. */
export class Links {
  readonly #ids = new Map<string, string>();
  readonly #known = new Set<string>();

  to(address: string, children: readonly ParagraphChild[]): ParagraphChild {
    const id = this.#ids.get(address) ?? `Link${this.#ids.size + 1}`;
    this.#ids.set(address, id);
    return new Link(address, id, this.#known, children) as unknown as ParagraphChild;
  }
}
