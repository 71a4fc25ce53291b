/** What a country's law says of advertising by electronic mail to one's own customers. */
type CountryRule = {
  /** The rule for existing customers, Article 13(2) of Directive 2002/58/EC, by its name there; null: only consent counts. */
  customerRule: { statute: string; withinMonths: number } | null
  /** Whether a consent must have been confirmed from the mailbox itself before it can be proven. */
  confirmation: 'needed' | 'advised'
}

/** Where the statute names no time: an address that slept longer than that is nobody's customer any more. */
const MONTHS = 24

const rule = (
  statute: string,
  confirmation: CountryRule['confirmation'] = 'advised',
  withinMonths: number = MONTHS,
): CountryRule => ({ customerRule: { statute, withinMonths }, confirmation })

/**
 * By the recipient's country, ISO 3166-1 alpha-2. A country that isn't here is treated the strictest way, and so are those that
 * ask for more than is known here: Austria for a look into its list (§ 174(4) TKG 2021), Poland for consent always.
 */
const RULES: Readonly<Record<string, CountryRule>> = {
  BE: rule('Art. 1 AR 4 avril 2003'),
  CH: rule('Art. 3(1)(o) UWG', 'needed'),
  DE: rule('§ 7(3) UWG', 'needed'),
  DK: rule('§ 10(2) markedsføringsloven'),
  ES: rule('art. 21.2 LSSI'),
  FI: rule('200 § laki sähköisen viestinnän palveluista'),
  FR: rule('art. L. 34-5 CPCE'),
  GB: rule('reg. 22(3) PECR'),
  IE: rule('reg. 13(11) S.I. 336/2011', 'advised', 12),
  IT: rule('art. 130(4) Codice privacy'),
  NL: rule('art. 11.7 Tw'),
  PT: rule('art. 13.º-A(3) Lei 41/2004'),
  SE: rule('19 § marknadsföringslagen'),
}

const STRICTEST: CountryRule = { customerRule: null, confirmation: 'needed' }

/** The rule of a country; the strictest for one that isn't known. */
export const countryRule = (country: string | null): CountryRule =>
  (country !== null && Object.hasOwn(RULES, country) && RULES[country]) || STRICTEST
