export { isBlocked } from './is-blocked'
