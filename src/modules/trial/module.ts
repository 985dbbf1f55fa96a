import type { Module } from '#kernel/http';

export const trial: Module = {
  name: 'trial',
};
