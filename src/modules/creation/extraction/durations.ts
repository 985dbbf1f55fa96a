const NUMBER_WORDS: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  'twenty-five': 25,
  thirty: 30,
  forty: 40,
  'forty-five': 45,
  fifty: 50,
  sixty: 60,
  'seventy-five': 75,
  ninety: 90,
};
const DURATION =
  /\b(?:(half an?|(?:a )?quarter of an|three quarters of an)|((?:twenty|forty|seventy)-five|[a-z]+|\d+(?:[.,]\d+)?)(?:\s?(?:-|–|to|or)\s?(\d+(?:[.,]\d+)?|[a-z-]+))?(?: and a half)?)[\s-](minutes?|mins?|hours?|hrs?)\b(?: and a half)?(?!\s?(?:per|a) (?:day|week|hour))/gi;

function numberOf(text: string): number | undefined {
  const value = NUMBER_WORDS[text.toLowerCase()] ?? Number(text.replace(',', '.'));
  return Number.isFinite(value) && value > 0 ? value : undefined;
}

/** The first length of time in a sentence, in whole minutes; of a range the longer end. */
export function minutesIn(text: string): number | undefined {
  for (const match of text.matchAll(DURATION)) {
    const [whole = '', part, from, to, unit = ''] = match;
    const hours = /^h/i.test(unit);
    let value =
      part === undefined
        ? (numberOf(to ?? from ?? '') ?? numberOf(from ?? ''))
        : /quarters/.test(part)
          ? 0.75
          : /quarter/.test(part)
            ? 0.25
            : 0.5;
    if (value === undefined) continue;
    if (/and a half/.test(whole)) value += 0.5;
    const minutes = Math.round(value * (hours ? 60 : 1));
    if (minutes >= 1 && minutes <= 1440) return minutes;
  }
  return undefined;
}
