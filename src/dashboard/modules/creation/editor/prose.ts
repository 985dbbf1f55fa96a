import { Schema } from '@tiptap/pm/model';
import { EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, EditorView } from '@tiptap/pm/view';
import type { Span } from './spans.ts';

/** A line of prose: characters and nothing else, so a position in the editor is a place in the text. */
const schema = new Schema({ nodes: { doc: { content: 'text*', whitespace: 'pre' }, text: {} } });

/** What is drawn over the words. */
export interface Drawn {
  spans: Span[];
  numbers: { at: number; key: string; number: number }[];
  waves: { start: number; end: number; title: string }[];
  /** The citation that is being looked at. */
  open: string | undefined;
}

export interface ProseHooks {
  onText: (text: string) => void;
  onOpen: (key: string, anchor: HTMLElement) => void;
  onEnter: () => void;
  onEmptyBackspace: () => void;
  onCite: () => void;
  onSlash: () => void;
  onFocus: () => void;
  onBlur: () => void;
}

const drawing = new PluginKey<DecorationSet>('drawing');
const nothing: Drawn = { spans: [], numbers: [], waves: [], open: undefined };

/** One editable line of prose with its marks. React owns the words; this shows them and reports what is typed. */
export class ProseLine {
  private readonly view: EditorView;
  private drawn = nothing;

  constructor(
    place: HTMLElement,
    text: string,
    attributes: Record<string, string>,
    hooks: () => ProseHooks,
    writable: boolean,
  ) {
    this.view = new EditorView(
      { mount: place },
      {
        state: EditorState.create({ schema, doc: docOf(text), plugins: [this.draws(hooks)] }),
        attributes,
        editable: () => writable,
        dispatchTransaction: (transaction) => {
          this.view.updateState(this.view.state.apply(transaction));
          if (transaction.docChanged && transaction.getMeta('from') !== 'outside')
            hooks().onText(this.text());
        },
        handleKeyDown: (_view, event) => this.onKey(event, hooks()),
        handleTextInput: (_view, from, _to, typed) => this.onTyped(from, typed, hooks()),
        handleDOMEvents: {
          // The editor's library would swallow these; the page's own keys (undo, apply, close) want them.
          keydown: (_view, event) =>
            ((event.metaKey || event.ctrlKey) && /^(z|Enter)$/i.test(event.key)) || event.key === 'Escape',
          focus: () => {
            hooks().onFocus();
            return false;
          },
          blur: () => {
            hooks().onBlur();
            return false;
          },
        },
        clipboardTextSerializer: (slice) => slice.content.textBetween(0, slice.content.size),
        transformPastedHTML: (html) =>
          (new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '').replace(/\s+/g, ' '),
        transformPastedText: (text) => text.replace(/\s+/g, ' '),
      },
    );
    this.sayEmpty();
  }

  text(): string {
    return this.view.state.doc.textContent;
  }

  /** Shows words that came from elsewhere (undo, a fix, another person); the caret stays where it can. */
  show(text: string): void {
    const now = this.text();
    if (now === text) return;
    let start = 0;
    while (start < now.length && start < text.length && now[start] === text[start]) start += 1;
    let end = 0;
    while (
      end < now.length - start &&
      end < text.length - start &&
      now[now.length - 1 - end] === text[text.length - 1 - end]
    )
      end += 1;
    const put = text.slice(start, text.length - end);
    const transaction = this.view.state.tr.setMeta('from', 'outside');
    if (put) transaction.replaceWith(start, now.length - end, schema.text(put));
    else transaction.delete(start, now.length - end);
    this.view.dispatch(transaction);
    this.sayEmpty();
  }

  draw(drawn: Drawn): void {
    this.drawn = drawn;
    this.view.dispatch(this.view.state.tr.setMeta(drawing, true));
    this.sayEmpty();
  }

  focus(): void {
    this.view.focus();
  }

  close(): void {
    this.view.destroy();
  }

  private draws(hooks: () => ProseHooks): Plugin {
    return new Plugin({
      key: drawing,
      state: {
        init: () => DecorationSet.empty,
        apply: (transaction: Transaction, before: DecorationSet) =>
          transaction.getMeta(drawing)
            ? this.decorate(transaction, hooks)
            : before.map(transaction.mapping, transaction.doc),
      },
      props: { decorations: (state) => drawing.getState(state) },
    });
  }

  private decorate(transaction: Transaction, hooks: () => ProseHooks): DecorationSet {
    const size = transaction.doc.content.size;
    const { spans, numbers, waves, open } = this.drawn;
    return DecorationSet.create(transaction.doc, [
      ...spans
        .filter((span) => span.end <= size)
        .map((span) =>
          Decoration.inline(span.start, span.end, {
            nodeName: 'mark',
            class: span.key === open ? 'marked bg-mark-strong!' : 'marked',
          }),
        ),
      ...waves
        .filter((wave) => wave.end <= size)
        .map((wave) => Decoration.inline(wave.start, wave.end, { class: 'red-wave', title: wave.title })),
      ...numbers
        .filter((one) => one.at <= size)
        .map((one) =>
          Decoration.widget(
            one.at,
            () => numberButton(one.number, (anchor) => hooks().onOpen(one.key, anchor)),
            { side: 1, key: `${one.key} ${one.number}`, stopEvent: () => true, ignoreSelection: true },
          ),
        ),
    ]);
  }

  private onKey(event: KeyboardEvent, hooks: ProseHooks): boolean {
    if (event.isComposing) return false;
    if (event.key === 'Enter' && !event.metaKey && !event.ctrlKey) {
      event.preventDefault();
      hooks.onEnter();
      return true;
    }
    if (event.key === 'Backspace' && this.view.state.doc.content.size === 0) {
      event.preventDefault();
      hooks.onEmptyBackspace();
      return true;
    }
    return false;
  }

  /** `[[` cites a passage; `/` in an empty line offers what can be added. */
  private onTyped(from: number, typed: string, hooks: ProseHooks): boolean {
    const { state } = this.view;
    if (typed === '/' && state.doc.content.size === 0) {
      hooks.onSlash();
      return true;
    }
    if (typed === '[' && from > 0 && state.doc.textBetween(from - 1, from) === '[') {
      this.view.dispatch(state.tr.delete(from - 1, from));
      hooks.onCite();
      return true;
    }
    return false;
  }

  private sayEmpty(): void {
    this.view.dom.toggleAttribute('data-empty', this.view.state.doc.content.size === 0);
  }
}

const docOf = (text: string) => schema.node('doc', null, text ? [schema.text(text)] : []);

/** A span and no button element: it stays on the line of the word before it. */
function numberButton(number: number, onOpen: (anchor: HTMLElement) => void): HTMLElement {
  const button = document.createElement('span');
  button.role = 'button';
  button.tabIndex = 0;
  button.contentEditable = 'false';
  button.className =
    'figures relative ml-1 cursor-pointer whitespace-nowrap select-none rounded-[3px] bg-mark px-[0.3125rem] py-[0.09rem] align-[0.08em] font-sans font-strong text-[0.6875rem] text-mark-ink leading-none after:absolute after:-inset-1.5';
  button.setAttribute('aria-label', `Source ${number}`);
  button.textContent = String(number);
  button.addEventListener('mousedown', (event) => event.preventDefault());
  button.addEventListener('click', () => onOpen(button));
  button.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onOpen(button);
  });
  return button;
}
