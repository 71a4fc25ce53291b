import { existsSync } from 'node:fs'

// As Next does for its own: what stands in the environment wins, then `.env.local`, then `.env`.
for (const file of ['.env.local', '.env']) if (existsSync(file)) process.loadEnvFile(file)
