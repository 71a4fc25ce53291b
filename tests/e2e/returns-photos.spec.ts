import { png } from '@/tests/support/picture'
import { atReasons } from './returns/begin'
import { at, inWords, useOf } from './returns/circumstances'
import { hosted as test } from './returns/scene'
import { expect } from './support/test'

const BOMB = { width: 10_000, height: 6000 }

const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/png', buffer })

/** A PDF that says it is a photo. */
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n')

const REFUSED = [
  {
    what: 'thirty photos at once',
    files: async () => Array.from({ length: 30 }, (_, index) => index).map((index) => `${index}.png`),
    bytes: () => png(16, 16),
    said: { de: /Mehr als 5 Fotos/, en: /No more than 5 photos/, bar: /5/ },
    circumstance: at(390, 'de', false),
  },
  {
    what: 'a picture of sixty megapixels in a few kilobytes',
    files: async () => ['bombe.png'],
    bytes: () => png(BOMB.width, BOMB.height),
    said: { de: /zu viele Pixel/, en: /too many pixels/, bar: /Pixel/ },
    circumstance: at(1280, 'en', true),
  },
  {
    what: 'a PDF that is called a photo',
    files: async () => ['rechnung.png'],
    bytes: async () => PDF,
    said: { de: /nicht als Foto lesen/, en: /can’t read one of the files/, bar: /ned ois Buidl lesn/ },
    circumstance: at(390, 'bar', true),
  },
]

for (const { what, files, bytes, said, circumstance } of REFUSED)
  test.describe(inWords(circumstance), () => {
    test.use(useOf(circumstance))

    test(`${what}: is told at its field, nothing of it is kept, and nothing else is lost`, async ({
      scene,
      page,
    }) => {
      const { guest } = await atReasons(scene)
      const content = await bytes()
      const photos = (await files()).map((name) => file(name, content))
      await guest.because('1', 'damaged', { sub: 'item_damaged', comment: 'Naht offen', photos })
      const answered = page.waitForResponse((response) => response.request().method() === 'POST')
      await guest.press()
      expect((await answered).status()).toBe(422)
      await guest.refused()
      await expect(guest.errors).toHaveText(said[circumstance.locale as keyof typeof said])
      await guest.errors.getByRole('link').click()
      await expect(guest.field('photos-1')).toBeFocused()
      await expect(guest.field('photos-1')).toHaveAccessibleDescription(
        said[circumstance.locale as keyof typeof said],
      )
      await expect(guest.option('reason-1', 'damaged')).toBeChecked()
      await expect(guest.field('comment-1')).toHaveValue('Naht offen')
      await expect(page.locator('img[src*="/files/"]')).toHaveCount(0)

      await guest.field('photos-1').setInputFiles([file('naht.png', await png(320, 240))])
      await guest.press()
      await guest.at('outcomes')
      await page.goBack()
      await page.reload()
      await expect(page.locator('img[src*="/files/"]')).toHaveCount(1)
    })
  })
