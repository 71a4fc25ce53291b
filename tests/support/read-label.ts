import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

export type ReadCode = { format: string; text: string }

/** A page as a printer would put it down, and its text as a screen reader would say it. */
export type ReadPage = { width: number; height: number; text: string; codes: ReadCode[] }

const wasmPath = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')

let ready: Promise<unknown> | undefined

/** From the disk, not from the network, where it looks by itself. */
const prepare = () => {
  ready ??= readFile(wasmPath).then((file) =>
    prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(file).buffer }, fireImmediately: true }),
  )
  return ready
}

/** Every code in a picture of RGBA bytes, or in a PNG. */
export async function decodeCodes(
  picture: Uint8Array | { data: Uint8Array; width: number; height: number },
): Promise<ReadCode[]> {
  await prepare()
  const input =
    'width' in picture
      ? {
          data: new Uint8ClampedArray(picture.data),
          width: picture.width,
          height: picture.height,
          colorSpace: 'srgb' as const,
          pixelFormat: 'rgba-unorm8' as const,
        }
      : picture
  const found = await readBarcodes(input, { tryHarder: true, maxNumberOfSymbols: 10, textMode: 'Plain' })
  return found.map(({ format, text }) => ({ format, text }))
}

/** Renders a PDF at `scale` pixels a point, and reads what stands on its pages. */
export async function readPdf(pdf: Uint8Array, scale = 3): Promise<ReadPage[]> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(pdf)
  const pages: ReadPage[] = []
  for (const page of document.pages()) {
    const { originalWidth, originalHeight } = page.getOriginalSize()
    const text = page.getText()
    const { data, width, height } = await page.render({ scale, render: 'bitmap' })
    pages.push({
      width: originalWidth,
      height: originalHeight,
      text,
      codes: await decodeCodes({ data, width, height }),
    })
  }
  document.destroy()
  library.destroy()
  return pages
}
