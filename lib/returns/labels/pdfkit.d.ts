// What pdfkit takes and its types don't name yet: accessible documents, and where a figure stands in them.
declare namespace PDFKit {
  type AccessibleOptions = Omit<PDFDocumentOptions, 'subset'> & { subset: 'PDF/UA' }

  interface PDFDocument {
    // biome-ignore lint/suspicious/noMisleadingInstantiator: an overload of the constructor that the types declare this way.
    new (options: AccessibleOptions): PDFDocument
  }
}

declare namespace PDFKit.Mixins {
  interface StructureElementOptions {
    /** Left, top, right, bottom, in points from the page's upper left corner. */
    bbox?: [number, number, number, number]
    placement?: 'Block' | 'Inline'
  }
}
