import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { repeatable, send } from '../api/client.ts';
import { sentenceOf } from '../api/problems.ts';
import { keysOf } from '../api/queries.ts';
import { started } from './started.ts';

/** A source as the list shows it; the fields that the start page needs. */
export interface StartedSource {
  id: string;
  title: string;
  status: 'importing' | 'ready' | 'failed' | 'cancelled';
  problem: { code: string; sentence: string } | null;
  wordCount: number;
  passageCount: number;
  usedInSteps: number;
}

export type Door = 'files' | 'paste' | 'address';

/** The three doors through which a source comes in; what fails says so in its own door and keeps what was typed. */
export function useStartSource() {
  const queries = useQueryClient();
  const [busy, setBusy] = useState<Door | undefined>();
  const [failed, setFailed] = useState<{ door: Door; text: string } | undefined>();

  const through = async (door: Door, bring: () => Promise<StartedSource[]>) => {
    setBusy(door);
    setFailed(undefined);
    try {
      for (const source of await bring()) started.add(source.id);
      await queries.invalidateQueries({ queryKey: keysOf('sources') });
      return true;
    } catch (error) {
      setFailed({ door, text: sentenceOf(error).text });
      return false;
    } finally {
      setBusy(undefined);
    }
  };
  const add = (body: object) =>
    send<StartedSource>('POST', '/api/v1/sources', { body, headers: repeatable() });

  return {
    busy,
    failed,
    files: (files: Iterable<File>) =>
      through('files', async () => {
        const form = new FormData();
        for (const file of files) form.append('files', file, file.name);
        return (await send<{ data: StartedSource[] }>('POST', '/api/v1/sources/uploads', { body: form }))
          .data;
      }),
    paste: (text: string) => through('paste', async () => [await add({ kind: 'paste', text })]),
    address: (url: string) => through('address', async () => [await add({ kind: 'url', url: whole(url) })]),
  };
}

/** "ostrevik.example/letter" → "https://ostrevik.example/letter" */
function whole(url: string): string {
  const trimmed = url.trim();
  return /^https?:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
}
