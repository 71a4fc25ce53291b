export type Element = PDFKit.PDFStructureElement

type Document = PDFKit.PDFDocument

/** Begins the document that a screen reader walks through; elements added to it are drawn at once. */
export function openDocument(doc: Document): Element {
  const root = doc.struct('Document')
  doc.addStructure(root)
  return root
}

/** A part of it: a section, a list, a list's item. */
export function open(doc: Document, parent: Element, type: 'Sect' | 'L' | 'LI'): Element {
  const element = doc.struct(type)
  parent.add(element)
  return element
}

/** Draws text as one element. */
export function tag(
  doc: Document,
  parent: Element,
  type: 'H1' | 'H2' | 'P' | 'Lbl' | 'LBody',
  draw: () => void,
): void {
  parent.add(doc.struct(type, {}, draw))
}

/** Draws a picture that says `alt` to whoever doesn't see it; `bbox` is left, top, right, bottom. */
export function figure(
  doc: Document,
  parent: Element,
  alt: string,
  bbox: [number, number, number, number],
  draw: () => void,
): void {
  parent.add(doc.struct('Figure', { alt, bbox, placement: 'Block' }, draw))
}
