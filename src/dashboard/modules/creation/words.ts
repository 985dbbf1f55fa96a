/** Words that only the creation screens need. */

/** 1421000 → "00:23:41": a place in a recording. */
export function clockOf(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`;
}

/** 335 → "5 h 35": how long all steps take, in the head of the rail. */
export function longTime(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  return hours === 0 ? `${minutes} min` : minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60}`;
}

export const purposes = {
  internal_learning: 'Learning inside',
  expert_partnership: 'Expert partnership',
  audience_building: 'Building an audience',
  jv_leads: 'Joint-venture leads',
  product_customers: 'Product customers',
  community: 'Community',
} as const;
