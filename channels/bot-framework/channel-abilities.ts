/** What a channel shows. */
export interface ChannelAbilities {
  /** Draws Adaptive Cards. */
  readonly cards: boolean;
  /** Buttons for suggested actions, at most; 0 where it has none. */
  readonly buttons: number;
  /** Shows those buttons under an attachment too. */
  readonly buttonsWithCards: boolean;
  /** Shows pictures that are attached by their address. */
  readonly pictures: boolean;
  /** Characters that a button's label may have. */
  readonly label: number;
}

const TEXT_ONLY: ChannelAbilities = { cards: false, buttons: 0, buttonsWithCards: false, pictures: false, label: 0 };
const WEB: ChannelAbilities = { cards: true, buttons: 100, buttonsWithCards: true, pictures: true, label: 200 };

/** By Bot Framework's channel ids; from Microsoft's reference of what each channel supports. */
const ABILITIES: ReadonlyMap<string, ChannelAbilities> = new Map(
  Object.entries({
    directline: WEB,
    webchat: WEB,
    emulator: WEB,
    msteams: { cards: true, buttons: 6, buttonsWithCards: false, pictures: true, label: 200 },
    telegram: { ...TEXT_ONLY, pictures: true, buttons: 100, label: 60 },
    line: { ...TEXT_ONLY, pictures: true, buttons: 13, label: 20 },
    facebook: { ...TEXT_ONLY, pictures: true, buttons: 10, label: 20 },
  }),
);

/** A channel that is not known is sent text: everything shows that. */
export function abilitiesOf(channelId: string): ChannelAbilities {
  return ABILITIES.get(channelId) ?? TEXT_ONLY;
}
