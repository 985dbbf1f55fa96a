import { hasStatus, ProblemError } from '../../../api/problems.ts';
import type { Draft, Playbook, Review } from '../shapes.ts';
import { leadOn, tidy } from './fields.ts';
import { mergeDrafts, same } from './merge.ts';

export type SaveState = 'saved' | 'typing' | 'saving' | 'away' | 'refused' | 'conflict';

interface Saved {
  revision: number;
  savedAt: string;
  review: Review;
}

export interface DraftApi {
  save: (revision: number, content: Draft) => Promise<Saved>;
  fix: (revision: number, findingId: string) => Promise<Saved & { content: Draft }>;
  read: () => Promise<Playbook>;
}

/** Where typing is kept that has not reached the server: the browser's own storage. */
export interface Shelf {
  get: (key: string) => string | null;
  set: (key: string, value: string) => void;
  remove: (key: string) => void;
}

export interface DraftState {
  content: Draft;
  revision: number;
  save: SaveState;
  savedAt: string | null;
  /** The review of the newest save of this visit. */
  review: Review | undefined;
  problem: unknown;
  /** The other draft, while both stand beside each other. */
  theirs: Playbook | undefined;
  canUndo: boolean;
}

const pauseMs = 900;
const retryMs = 5000;

/**
 * The draft on the desk: what is typed is here at once, saved by itself after a pause, and never lost. It knows the
 * revision it was typed on; when somebody else saved meanwhile, what does not clash is brought together, and what does
 * waits for a choice with both kept.
 */
export class DraftStore {
  private state: DraftState;
  private base: Draft;
  private past: { content: Draft; key: string; at: number }[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | undefined;
  private opened = false;
  private readonly watchers = new Set<() => void>();
  private readonly key: string;

  constructor(
    playbook: Playbook,
    private readonly api: DraftApi,
    private readonly shelf: Shelf,
    private readonly now: () => number = Date.now,
  ) {
    this.key = `playbookos.draft.${playbook.id}`;
    this.base = playbook.draft.content;
    this.state = {
      content: playbook.draft.content,
      revision: playbook.draft.revision,
      save: 'saved',
      savedAt: playbook.draft.savedAt,
      review: undefined,
      problem: undefined,
      theirs: undefined,
      canUndo: false,
    };
  }

  /** Begins: words that were typed before the page last went away come back. */
  open(playbook: Playbook): void {
    if (this.opened) return;
    this.opened = true;
    this.bringBackKept(playbook);
  }

  readonly get = (): DraftState => this.state;

  readonly subscribe = (watch: () => void): (() => void) => {
    this.watchers.add(watch);
    return () => this.watchers.delete(watch);
  };

  /** Changes the draft. Changes with the same key within two seconds are one step of undo. */
  change(recipe: (draft: Draft) => void, key = ''): void {
    const content = structuredClone(this.state.content);
    recipe(content);
    leadOn(content);
    if (same(content, this.state.content)) return;
    const last = this.past[this.past.length - 1];
    if (key && last?.key === key && this.now() - last.at < 2000) last.at = this.now();
    else this.past.push({ content: this.state.content, key, at: this.now() });
    if (this.past.length > 200) this.past.shift();
    this.put(content);
  }

  /** Takes the last change back; false when there is none. */
  undo(): boolean {
    const last = this.past.pop();
    if (!last) return false;
    this.put(last.content);
    return true;
  }

  /** Puts another draft in place, such as the one before a fix. */
  replace(content: Draft): void {
    this.past.push({ content: this.state.content, key: '', at: this.now() });
    this.put(content);
  }

  /** Saves what is unsaved now. Resolves to whether everything is saved. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    while (this.running) await this.running;
    if (this.unsaved() && this.state.save !== 'conflict') {
      this.running = this.send();
      await this.running;
    }
    return !this.unsaved();
  }

  /** What the server holds now, from any read. Older than ours is ignored. */
  receive(playbook: Playbook): void {
    if (playbook.draft.revision <= this.state.revision || this.running) return;
    if (!this.unsaved()) {
      this.base = playbook.draft.content;
      this.set({
        content: playbook.draft.content,
        revision: playbook.draft.revision,
        savedAt: playbook.draft.savedAt,
        save: 'saved',
        review: undefined,
      });
      return;
    }
    this.meet(playbook);
  }

  /** Applies the change of a finding on the server; resolves to what stood there before. */
  async fix(findingId: string): Promise<Draft> {
    if (!(await this.flush()))
      throw new ProblemError({
        status: 409,
        title: 'Your last words are not saved yet',
        detail: 'The fix waits until they are.',
      });
    const before = this.state.content;
    try {
      const fixed = await this.api.fix(this.state.revision, findingId);
      this.past.push({ content: before, key: '', at: this.now() });
      const typed =
        this.state.content === before
          ? undefined
          : mergeDrafts(before, this.state.content, fixed.content).draft;
      this.base = fixed.content;
      this.set({
        content: fixed.content,
        revision: fixed.revision,
        savedAt: fixed.savedAt,
        review: fixed.review,
        save: 'saved',
        canUndo: true,
      });
      if (typed) this.put(typed);
      return before;
    } catch (error) {
      if (hasStatus(error, 409)) this.receive(await this.api.read());
      throw error;
    }
  }

  /** Ends a conflict with the draft that was chosen or put together. */
  resolve(content: Draft): void {
    const { theirs } = this.state;
    if (!theirs) return;
    this.past.push({ content: this.state.content, key: '', at: this.now() });
    this.base = theirs.draft.content;
    this.set({ revision: theirs.draft.revision, theirs: undefined });
    this.put(content);
  }

  /** The draft both began from, for putting two together. */
  begunFrom(): Draft {
    return this.base;
  }

  close(): void {
    clearTimeout(this.timer);
    this.watchers.clear();
  }

  private unsaved(): boolean {
    return !same(tidy(this.state.content), tidy(this.base));
  }

  private put(content: Draft): void {
    const conflict = this.state.save === 'conflict' && this.state.theirs !== undefined;
    this.state = { ...this.state, content };
    const unsaved = this.unsaved();
    this.set({ save: conflict ? 'conflict' : unsaved ? 'typing' : 'saved', canUndo: this.past.length > 0 });
    if (unsaved)
      this.shelf.set(this.key, JSON.stringify({ revision: this.state.revision, base: this.base, content }));
    else this.shelf.remove(this.key);
    if (unsaved && !conflict) this.later(pauseMs);
  }

  private later(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), ms);
  }

  private async send(): Promise<void> {
    const sent = tidy(this.state.content);
    this.set({ save: 'saving' });
    try {
      const saved = await this.api.save(this.state.revision, sent);
      this.base = sent;
      const more = !same(tidy(this.state.content), sent);
      this.set({
        revision: saved.revision,
        savedAt: saved.savedAt,
        review: saved.review,
        problem: undefined,
        save: more ? 'typing' : 'saved',
      });
      if (more) this.later(pauseMs);
      else this.shelf.remove(this.key);
    } catch (error) {
      if (hasStatus(error, 409)) this.meet(await this.api.read());
      else {
        const away =
          !(error instanceof ProblemError) || error.problem.status === 0 || error.problem.status >= 500;
        this.set({ save: away ? 'away' : 'refused', problem: error });
        if (away) this.later(retryMs);
      }
    } finally {
      this.running = undefined;
    }
  }

  /** Somebody saved meanwhile: together where it fits, beside each other where it does not. */
  private meet(theirs: Playbook): void {
    const { draft, clashes } = mergeDrafts(this.base, this.state.content, theirs.draft.content);
    if (clashes.length > 0) {
      this.set({ save: 'conflict', theirs });
      return;
    }
    this.base = theirs.draft.content;
    this.set({ revision: theirs.draft.revision, savedAt: theirs.draft.savedAt });
    this.put(draft);
  }

  /** Words that were typed before the page went away. */
  private bringBackKept(playbook: Playbook): void {
    const kept = this.shelf.get(this.key);
    if (!kept) return;
    try {
      const { revision, base, content } = JSON.parse(kept) as {
        revision: number;
        base: Draft;
        content: Draft;
      };
      this.base = base;
      this.state = { ...this.state, content, revision };
      if (revision === playbook.draft.revision) this.put(content);
      else this.meet(playbook);
    } catch {
      this.shelf.remove(this.key);
    }
  }

  private set(change: Partial<DraftState>): void {
    this.state = { ...this.state, ...change };
    for (const watch of this.watchers) watch();
  }
}
