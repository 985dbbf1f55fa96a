const CODES =
  'AL AD AR AU AT BE BA BR BG CA CL CN CO CR HR CY CZ DK EE FI FR GE DE GR HK HU IS IN ID IE IL IT JP KE LV LI LT LU MY MT MX MD MC ME MA NL NZ NG MK NO PE PH PL PT RO SM SA RS SG SK SI ZA KR ES SE CH TW TH TR UA AE GB US UY VN'.split(
    ' ',
  );

const names = new Intl.DisplayNames('en', { type: 'region' });

/** Countries to choose from, by name. */
export const COUNTRIES: readonly { code: string; name: string }[] = CODES.map((code) => ({
  code,
  name: names.of(code) ?? code,
})).sort((a, b) => a.name.localeCompare(b.name, 'en'));
