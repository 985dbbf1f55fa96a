import type { Module } from '#kernel/http';

export const ceo: Module = {
  name: 'ceo',
};
