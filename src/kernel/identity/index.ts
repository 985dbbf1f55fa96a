export { type Access, accountsOf, membersByEmail, namesOfUsers } from './access.ts';
export type { ApiKey } from './api-keys.ts';
export type { IdentitySettings } from './auth.ts';
export { registerIdentityRoutes } from './auth-routes.ts';
export { createFirstOwner, ensureSampleOwner, SAMPLE_OWNER } from './first-owner.ts';
export {
  type Account,
  buildIdentity,
  type Identity,
  type IdentityParts,
  type OpenedSession,
} from './identity.ts';
export type { AccountMail, LetterKind, SendMail } from './letters.ts';
export {
  allScopes,
  isPermission,
  type Permission,
  permissions,
  type Role,
  rolePermissions,
  roles,
  scopes,
} from './permissions.ts';
export type { Principal } from './principal.ts';
export { identityRoutes } from './routes.ts';
export type { IncomingCall } from './same-origin.ts';
