import { closeDatabase } from '@/scripts/close-database'
import { seedShop } from '@/scripts/proxies/seed-shop'

/** A program of its own, beside a running server: makes a shop with a proven host and prints its keys. */
const [slug = '', host = ''] = process.argv.slice(2)
try {
  process.stdout.write(JSON.stringify(await seedShop(slug, [host])))
} finally {
  await closeDatabase()
}
