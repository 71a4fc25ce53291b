import examples from './return-examples.json'

// As the program answered them once, under other names.
export const {
  request: EXAMPLE_REQUEST,
  opened: EXAMPLE_OPENED,
  options: EXAMPLE_OPTIONS,
  quote: EXAMPLE_QUOTE,
  back: EXAMPLE_RETURN,
  whole: EXAMPLE_MERCHANT_RETURN,
  summary: EXAMPLE_SUMMARY,
} = examples
