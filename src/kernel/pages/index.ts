export { type Asset, defineAsset, stylesheet } from './assets.ts';
export { PublicDocument, type PublicDocumentProps } from './document.tsx';
export { encodingFor, type Packed, pack } from './pack.ts';
export { projectFile } from './project-file.ts';
export { type KnownReader, readReader, rememberReader } from './reader-cookie.ts';
export { renderRefusal } from './refusal.tsx';
export { PUBLIC_CONTENT_SECURITY_POLICY, renderPage, sendPage } from './render.ts';
export { assetRoutes } from './routes.ts';
export {
  type AfterStep,
  buildSlots,
  type SlotPage,
  type SlotReader,
  type SlotStep,
  type Slots,
  type StepAccess,
} from './slots.ts';
export { findToken, openToken, revokeToken, type TokenKind, type TokenTarget, tokenFor } from './tokens.ts';
