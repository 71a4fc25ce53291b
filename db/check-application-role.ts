import type { Sql } from 'postgres'

const MIN_SERVER_VERSION = 150_000

/** The server or the role is not one that Doorstep may work with; the message says why and what to do. */
export class UnfitDatabaseError extends Error {
  override name = 'UnfitDatabaseError'
}

type Facts = { role: string; version: number; superuser: boolean; bypass: boolean; owner: boolean }

const REASONS: readonly { when: (facts: Facts) => boolean; say: (facts: Facts) => string }[] = [
  {
    when: ({ version }) => version < MIN_SERVER_VERSION,
    say: () => 'The database server is older than PostgreSQL 15: update it.',
  },
  {
    when: ({ superuser }) => superuser,
    say: ({ role }) => `${whoIs(role)} a superuser, whom row-level security does not hold`,
  },
  { when: ({ bypass }) => bypass, say: ({ role }) => `${whoIs(role)} allowed to bypass row-level security` },
  {
    when: ({ owner }) => owner,
    say: ({ role }) => `${whoIs(role)} an owner of the tables and could switch row-level security off`,
  },
]

const whoIs = (role: string) =>
  'One shop must never see another shop’s rows. Name a role of its own in DATABASE_URL ' +
  "(`create role doorstep_app login password '…' nosuperuser nobypassrls`), the owner in MIGRATION_DATABASE_URL, " +
  `and run \`npm run db:migrate\`: the role «${role}» is`

/** Throws an {@link UnfitDatabaseError} when this role could see past row-level security or the server is too old. */
export async function checkApplicationRole(sql: Sql): Promise<void> {
  const [facts] = await sql<Facts[]>`
    select rolname as role, current_setting('server_version_num')::int as version, rolsuper as superuser, rolbypassrls as bypass,
      exists (select from pg_class where relnamespace = to_regnamespace('public') and relkind in ('r', 'p')
        and pg_has_role(current_user, relowner, 'member')) as owner
    from pg_roles where rolname = current_user`
  if (!facts) throw new UnfitDatabaseError('The database does not know the role that logged in.')
  const reason = REASONS.find(({ when }) => when(facts))
  if (reason) throw new UnfitDatabaseError(reason.say(facts))
}

/** Throws an {@link UnfitDatabaseError} while a server of one's own has no tables: nobody migrates it unasked. */
export async function checkMigrated(sql: Sql): Promise<void> {
  const [facts] = await sql<
    { migrated: boolean }[]
  >`select to_regclass('public.shops') is not null as migrated`
  if (!facts?.migrated)
    throw new UnfitDatabaseError(
      'The database has no tables of Doorstep yet: run `npm run db:migrate` (MIGRATION_DATABASE_URL names its owner).',
    )
}
