import { useSyncExternalStore } from 'react';

export type Theme = 'system' | 'light' | 'dark';
export type Density = 'tight' | 'usual' | 'roomy';

const listeners = new Set<() => void>();

function store<T extends string>(name: 'theme' | 'density', usual: T) {
  const key = `playbookos.${name}`;
  return {
    get: (): T => (document.documentElement.dataset[name] as T | undefined) ?? usual,
    set(value: T) {
      if (value === usual) {
        delete document.documentElement.dataset[name];
        localStorage.removeItem(key);
      } else {
        document.documentElement.dataset[name] = value;
        localStorage.setItem(key, value);
      }
      for (const tell of listeners) tell();
    },
  };
}

const theme = store<Theme>('theme', 'system');
const density = store<Density>('density', 'usual');

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** System, light or dark; kept on this device. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  return [useSyncExternalStore(subscribe, theme.get), theme.set];
}

/** Height of rows: 32, 38 or 48 px; kept on this device. */
export function useDensity(): [Density, (density: Density) => void] {
  return [useSyncExternalStore(subscribe, density.get), density.set];
}
