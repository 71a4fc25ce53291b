import bwip from 'bwip-js/node'
import { darkRuns, modulesOf } from './modules'

/** ISO/IEC 18004 asks for four light modules around a QR code. */
const QUIET_MODULES = 4

/** A phone's screen shows it at 300 CSS pixels, three to a pixel. */
const PNG_SCALE = 12

function drawSvg(text: string): Uint8Array {
  const modules = modulesOf('qr', text)
  const edge = modules.columns + 2 * QUIET_MODULES
  const path = darkRuns(modules)
    .map(
      ({ column, row, length }) =>
        `M${column + QUIET_MODULES} ${row + QUIET_MODULES}h${length}v1h-${length}z`,
    )
    .join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${edge} ${edge}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${edge}v${edge}H0z"/><path d="${path}"/></svg>`
  return new TextEncoder().encode(svg)
}

const drawPng = (text: string): Promise<Uint8Array> =>
  bwip.toBuffer({
    bcid: 'qrcode',
    text,
    scale: PNG_SCALE,
    padding: QUIET_MODULES,
    backgroundcolor: 'FFFFFF',
    ...{ eclevel: 'M' },
  })

/** A QR code to show at a counter instead of a printed label: dark on white whatever the page's colours are. */
export const drawCode = async (text: string, form: 'png' | 'svg'): Promise<Uint8Array> =>
  form === 'svg' ? drawSvg(text) : drawPng(text)
