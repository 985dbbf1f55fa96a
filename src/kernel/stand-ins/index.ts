export { standInRoutes } from './routes.ts';
