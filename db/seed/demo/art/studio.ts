type Scene = (product: string) => string

/** A backdrop: wall above, floor below a soft horizon, light from the upper left. */
const scene =
  (wall: [string, string], floor: [string, string], shadow: string, glow = ''): Scene =>
  (product) =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 600" width="600" height="600">
  <defs>
    <linearGradient id="studio-wall" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${wall[0]}"/><stop offset="1" stop-color="${wall[1]}"/></linearGradient>
    <linearGradient id="studio-floor" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${floor[0]}" stop-opacity="0"/><stop offset=".3" stop-color="${floor[0]}"/><stop offset="1" stop-color="${floor[1]}"/></linearGradient>
    <radialGradient id="studio-light" cx=".3" cy=".2" r=".8"><stop offset="0" stop-color="#fff" stop-opacity=".45"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient>
    <radialGradient id="studio-shadow"><stop offset="0" stop-color="${shadow}" stop-opacity=".5"/><stop offset=".55" stop-color="${shadow}" stop-opacity=".2"/><stop offset="1" stop-color="${shadow}" stop-opacity="0"/></radialGradient>
  </defs>
  <rect width="600" height="600" fill="url(#studio-wall)"/>
  ${glow}
  <rect y="380" width="600" height="220" fill="url(#studio-floor)"/>
  <rect width="600" height="600" fill="url(#studio-light)" opacity="${glow ? 0.12 : 1}"/>
  <ellipse cx="312" cy="492" rx="216" ry="30" fill="url(#studio-shadow)"/>
  ${product.replace('<svg ', '<svg width="600" height="600" ')}
</svg>`

const aurora = `<defs><radialGradient id="studio-aurora" cx=".62" cy=".28" r=".62"><stop offset="0" stop-color="#2fd3b5" stop-opacity=".34"/><stop offset=".5" stop-color="#3a6bd6" stop-opacity=".2"/><stop offset="1" stop-color="#3a6bd6" stop-opacity="0"/></radialGradient></defs><rect width="600" height="600" fill="url(#studio-aurora)"/>`

/** One studio a shop, so that its pictures belong together. */
export const studio: Record<string, Scene> = {
  alpenglueck: scene(['#eee7da', '#d9cdb9'], ['#d8cbb5', '#c7b79d'], '#4a3620'),
  'maison-lumen': scene(['#f6f1e8', '#e7dccb'], ['#e6dac8', '#d8c9b3'], '#5b4632'),
  nordlys: scene(['#1c2530', '#10161d'], ['#161e27', '#0b1015'], '#000000', aurora),
}
