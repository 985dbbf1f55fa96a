import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { session } from '../api/session.ts';
import { paths } from '../paths.ts';
import { tellProblem } from '../ui/toasts.tsx';

/** Ends the session and forgets everything that was read in it. */
export function useSignOut(): () => void {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return () => {
    session.signOut().then(
      async () => {
        await navigate({ to: paths.signIn });
        queries.clear();
      },
      (error: unknown) => tellProblem(error),
    );
  };
}
