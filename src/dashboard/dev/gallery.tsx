import { useTheme } from '../shell/theme.ts';
import { Button } from '../ui/button.tsx';
import { GalleryForms } from './gallery-forms.tsx';
import { GalleryNumbers } from './gallery-numbers.tsx';
import { GalleryStates } from './gallery-states.tsx';
import { GalleryTable } from './gallery-table.tsx';

/** Every component on one page, beside `patterns.png`. Only in development. */
export function GalleryPage() {
  const [theme, setTheme] = useTheme();
  return (
    <main id="content" className="mx-auto max-w-360 p-8">
      <div className="mb-6 flex items-center justify-between">
        <h1 className="font-serif text-h1 tracking-[-0.02em]">Serif speaks: what a person wrote</h1>
        <Button onClick={() => setTheme(theme === 'dark' ? 'light' : 'dark')}>Switch theme</Button>
      </div>
      <GalleryForms />
      <GalleryStates />
      <GalleryNumbers />
      <GalleryTable />
    </main>
  );
}
