import type { Brand } from './brand'

export type FontName = Brand['font']['heading']

/** System faces by character, the best on each platform first; nothing is downloaded.
 * `scale` evens out their widths, so that a long word fits the same line in every face. */
export const FONTS = {
  system: {
    stack: 'system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif',
    weight: 700,
    tracking: '-.03em',
    leading: '.98',
    scale: '.94',
  },
  grotesque: {
    stack: '"Helvetica Neue",Helvetica,"Nimbus Sans","Liberation Sans",Arial,sans-serif',
    weight: 700,
    tracking: '-.045em',
    leading: '.94',
    scale: '1',
  },
  humanist: {
    stack:
      'Seravek,"Gill Sans Nova",Optima,Ubuntu,Calibri,"DejaVu Sans Condensed",source-sans-pro,sans-serif',
    weight: 700,
    tracking: '-.02em',
    leading: '.98',
    scale: '.96',
  },
  serif: {
    stack:
      '"Iowan Old Style","Palatino Linotype",Palatino,"URW Palladio L",P052,"Liberation Serif",Georgia,serif',
    weight: 400,
    tracking: '-.025em',
    leading: '1',
    scale: '1.08',
  },
  slab: {
    stack: 'Rockwell,"Rockwell Nova","Roboto Slab","DejaVu Serif","Sitka Small",Georgia,serif',
    weight: 700,
    tracking: '-.04em',
    leading: '1',
    scale: '.84',
  },
  mono: {
    stack: 'ui-monospace,"SF Mono","Cascadia Code",Menlo,"DejaVu Sans Mono",Consolas,monospace',
    weight: 600,
    tracking: '-.06em',
    leading: '1',
    scale: '.84',
  },
} as const satisfies Record<
  FontName,
  { stack: string; weight: number; tracking: string; leading: string; scale: string }
>
