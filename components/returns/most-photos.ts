/** Photos of one item. */
export const MOST_PHOTOS = 5
