export interface DiffPart {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** Longest common subsequence over words, neighbours joined. Spaces belong to the word before them. */
export function wordDiff(before: string, after: string): DiffPart[] {
  const a = before.match(/\S+\s*|^\s+/g) ?? [];
  const b = after.match(/\S+\s*|^\s+/g) ?? [];
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  const same = (i: number, j: number) => a[i]?.trim() === b[j]?.trim();
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] = same(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const parts: DiffPart[] = [];
  const add = (kind: DiffPart['kind'], text: string | undefined) => {
    const last = parts[parts.length - 1];
    if (last?.kind === kind) last.text += text ?? '';
    else parts.push({ kind, text: text ?? '' });
  };
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && same(i, j)) {
      add('same', b[j]);
      i++;
      j++;
    } else if (i < a.length && (j >= b.length || at(i + 1, j) >= at(i, j + 1))) {
      add('removed', a[i]);
      i++;
    } else {
      add('added', b[j]);
      j++;
    }
  }
  return parts;
}
