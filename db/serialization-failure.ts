import { sqlState } from './sql-state'

const GIVEN_UP: ReadonlySet<string> = new Set(['40001', '40P01'])

/** Whether the database gave a transaction up for another one, so that trying again may succeed. */
export const isSerializationFailure = (error: unknown): boolean => GIVEN_UP.has(sqlState(error) ?? '')
