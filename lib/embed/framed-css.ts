const SIDE_PARTS = ['history', 'items', 'address', 'help', 'number-form', 'movement-only']
  .map((part) => `[data-part=${part}]`)
  .join(',')

/**
 * What is different in a frame. Its height follows the content, so nothing scrolls in it and no length may hang on its height; a
 * scroll bar that shows until then would change the width of every line, so it comes only where no script of ours runs or nobody
 * answers it. `data-view=compact` is the answer alone.
 */
export const FRAMED_CSS =
  '@media (scripting:enabled){:root:not([data-alone]){scrollbar-width:none}}' +
  ':root[data-met]{overflow:hidden}' +
  `[data-view=compact] :is(${SIDE_PARTS}),[data-view=compact] [data-part=parcel]>:not([data-part]),` +
  '[data-view=compact] main>div:not([data-part],:has(h1,form,[data-part=parcel])){display:none}'
