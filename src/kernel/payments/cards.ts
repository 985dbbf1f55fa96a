/** What a card of Stripe's list of test cards does. */
export interface TestCard {
  brand: string;
  outcome: 'pays' | 'declines' | 'asks';
  code?: string;
  /** What the buyer reads. */
  message?: string;
}

const pays = (brand: string): TestCard => ({ brand, outcome: 'pays' });
const asks = (brand: string): TestCard => ({ brand, outcome: 'asks' });
const declines = (code: string, message: string): TestCard => ({
  brand: 'visa',
  outcome: 'declines',
  code,
  message,
});

/** Published by Stripe (docs.stripe.com/testing); no bank ever gave one of them to anybody. */
const CARDS: Readonly<Record<string, TestCard>> = {
  '4242424242424242': pays('visa'),
  '4000056655665556': pays('visa'),
  '5555555555554444': pays('mastercard'),
  '5200828282828210': pays('mastercard'),
  '378282246310005': pays('amex'),
  '4000002500003155': asks('visa'),
  '4000002760003184': asks('visa'),
  '4000000000000002': declines('card_declined', 'Your bank declined.'),
  '4000000000009995': declines(
    'insufficient_funds',
    'Your bank declined: there is not enough on the account.',
  ),
  '4000000000009987': declines('lost_card', 'Your bank declined.'),
  '4000000000009979': declines('stolen_card', 'Your bank declined.'),
  '4000000000000069': declines('expired_card', 'This card has expired.'),
  '4000000000000127': declines('incorrect_cvc', 'The security code is not the one of this card.'),
  '4000000000000119': declines('processing_error', 'The bank could not process the card. Try again.'),
};

/** Looks a number up among the test cards, blanks apart; undefined for any other number. */
export const testCardOf = (number: string): TestCard | undefined => CARDS[number.replace(/[\s-]/g, '')];
