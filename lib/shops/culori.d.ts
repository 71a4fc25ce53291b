// culori ships no types; only what the brand's colours need.
declare module 'culori' {
  export type Oklch = { mode: 'oklch'; l: number; c: number; h?: number | undefined }
  export type Rgb = { mode: 'rgb'; r: number; g: number; b: number }
  export type Color = Oklch | Rgb

  export function converter(mode: 'oklch'): (color: string | Color) => Oklch
  export function formatHex(color: Color): string
  export function clampChroma(color: Oklch, mode: 'oklch'): Oklch
  export function interpolate(colors: (string | Color)[], mode: 'oklab' | 'rgb'): (position: number) => Rgb
  export function wcagContrast(a: string | Color, b: string | Color): number
}
