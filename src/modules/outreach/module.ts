import type { Module } from '#kernel/http';

export const outreach: Module = {
  name: 'outreach',
};
