import tokens from '../../tokens.css?inline';
import base from './base.css?inline';
import card from './card.css?inline';
import composer from './composer.css?inline';
import message from './message.css?inline';
import panel from './panel.css?inline';
import placesMap from './places-map.css?inline';

/** The widget's whole style sheet. The base comes first: it takes back whatever the page has set. */
export const STYLES = [base, tokens, panel, message, card, placesMap, composer].join('\n');
