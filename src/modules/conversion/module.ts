import type { Module } from '#kernel/http';

export const conversion: Module = {
  name: 'conversion',
};
