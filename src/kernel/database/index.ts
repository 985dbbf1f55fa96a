export { connect, type Database } from './connect.ts';
export { DataFolderInUse, type Embedded, findEmbedded, startEmbedded } from './embedded.ts';
export { isId, newId, SYSTEM_WORKSPACE_ID } from './ids.ts';
export { MigrationChanged, migrate, pendingMigrations } from './migrate.ts';
export { ensureRoles, missingStatements, RolesMissing } from './roles.ts';
export { app, instant, tenantColumns, workspaces } from './schema.ts';
export {
  inSavepoint,
  inTransaction,
  inWorkspace,
  type Role,
  type Transaction,
  WorkspaceGone,
} from './transaction.ts';
