import { useMutation } from '@tanstack/react-query';
import { sentenceOf } from '../api/problems.ts';
import { session } from '../api/session.ts';
import { Button, type ButtonLook, type ButtonSize } from '../ui/button.tsx';
import { useGoOn } from './after.ts';

/** One click into the sample workspace. Exists only while the server stays on this machine. */
export function useExploreSample() {
  const goOn = useGoOn();
  return useMutation({
    mutationFn: session.exploreSample,
    onSuccess: () => goOn('sample'),
  });
}

/** The button for it. */
export function ExploreSampleButton({
  look = 'secondary',
  size = 'md',
  children = 'Explore the sample',
}: {
  look?: ButtonLook;
  size?: ButtonSize;
  children?: string;
}) {
  const explore = useExploreSample();
  return (
    <span className="inline-flex flex-col gap-1">
      <Button look={look} size={size} busy={explore.isPending && 'Opening'} onClick={() => explore.mutate()}>
        {children}
      </Button>
      {explore.error ? (
        <span role="alert" className="text-bad-ink text-xs">
          {sentenceOf(explore.error).text}
        </span>
      ) : null}
    </span>
  );
}

/** "Just looking?" under the sign-in form. */
export function ExploreSample() {
  return (
    <div className="mt-7 flex items-center justify-between gap-5 border-line border-t pt-5">
      <p>
        <strong className="font-medium">Just looking?</strong>
        <span className="block text-ink-2 text-xs">
          Two experts and their playbooks, on this machine only
        </span>
      </p>
      <ExploreSampleButton />
    </div>
  );
}
