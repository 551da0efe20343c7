/** A name that an address turns upon: an estate, a road, a group of houses or a site, in forms that can be compared. */
export interface PartName {
  /** In the normal form that said words have too. */
  readonly text: string;
  /** Without the word for its kind: 翠湖 of 翠湖苑; the name itself where nothing would be left. */
  readonly base: string;
  /** Syllables of the name, each followed by a space. */
  readonly sound: string;
  /** The same where sounds that are often confused fall together. */
  readonly looseSound: string;
  /** Syllables of `base` in one word of Latin letters. */
  readonly latin: string;
}

export interface HouseNumbers {
  readonly number: string | null;
  readonly building: string | null;
  readonly unit: string | null;
  readonly floor: string | null;
  readonly room: string | null;
}

/** Premises as scoring sees them. */
export interface PremisesParts {
  readonly id: string;
  readonly villageCode: string;
  readonly townCode: string;
  readonly lat: number;
  readonly lon: number;
  readonly name: PartName | null;
  readonly numbers: HouseNumbers;
}

/** What a customer's words say of the place. */
export interface SaidAddress {
  /** Gazetteer areas that are named, with how well (0 to 1). */
  readonly areas: readonly { readonly code: string; readonly score: number }[];
  /** Normal form: simplified, lower case, numbers in digits. */
  readonly text: string;
  /** Syllables of all of it, each followed by a space; other signs as they are. */
  readonly sound: string;
  readonly looseSound: string;
  /** Its Latin letters in one word. */
  readonly latin: string;
  readonly numbers: HouseNumbers;
}
