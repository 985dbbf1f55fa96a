/** So many places, for people who act at the same time. */
export interface Places {
  /** Acts as soon as there is a place. */
  take<T>(act: () => Promise<T>): Promise<T>;
  /** Gives the place to somebody else while waiting for something, and takes one again after it. */
  rest<T>(waiting: Promise<T>): Promise<T>;
}

export function openPlaces(most: number): Places {
  let free = most;
  const queue: (() => void)[] = [];
  const enter = (): Promise<void> => {
    if (free === 0) return new Promise((resolve) => queue.push(resolve));
    free -= 1;
    return Promise.resolve();
  };
  const leave = (): void => {
    const next = queue.shift();
    if (next) next();
    else free += 1;
  };
  return {
    async take(act) {
      await enter();
      try {
        return await act();
      } finally {
        leave();
      }
    },
    async rest(waiting) {
      leave();
      try {
        return await waiting;
      } finally {
        await enter();
      }
    },
  };
}
