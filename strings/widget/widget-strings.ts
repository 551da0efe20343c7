/** Every word of the widget's own that a customer may read or hear. Functions where a value stands in the words. */
export interface WidgetStrings {
  /** BCP 47, for lang attributes and for dates and numbers. */
  locale: string;
  /** The language's own name, for the menu. */
  languageName: string;

  launcher: { label: string; open: string; close: string; unread: (count: number) => string };
  header: {
    fallbackName: string;
    menu: string;
    close: string;
    bot: string;
    waiting: string;
    waitingPlace: (place: number) => string;
    waitingMinutes: (minutes: { from: number; to: number }) => string;
    agent: (name: string) => string;
    connecting: string;
  };
  menu: { language: string; call: (number: string) => string };
  link: { offline: string; reconnecting: string; polling: string };
  opening: {
    loading: string;
    failedTitle: string;
    failedText: string;
    callInstead: (number: string) => string;
    retry: string;
  };
  transcript: {
    label: string;
    today: string;
    yesterday: string;
    newest: string;
    earlier: string;
    typing: (name: string) => string;
    bot: string;
    you: string;
    closed: string;
    toBot: string;
    toWaiting: string;
    toAgent: (name: string) => string;
    suggestions: string;
  };
  delivery: {
    sending: string;
    queued: string;
    queuedFile: string;
    sent: string;
    failed: string;
    tooLong: string;
    fileTooBig: string;
    fileType: string;
    retry: string;
    discard: string;
    uploading: (percent: number) => string;
  };
  composer: {
    label: string;
    placeholder: string;
    send: string;
    attach: string;
    takePhoto: string;
    chooseFile: string;
    position: string;
    positionText: string;
    positionSeeking: string;
    positionRefused: string;
    positionUnavailable: string;
    left: (units: number) => string;
    tooLong: (limit: number) => string;
  };
  file: {
    tooBig: (name: string, limit: string) => string;
    wrongType: (name: string) => string;
    empty: (name: string) => string;
    preparing: string;
    photo: string;
    open: (name: string) => string;
  };
  card: {
    next: string;
    usageNow: string;
    usageBefore: string;
    showNumbers: string;
    month: string;
    unreadable: string;
    rating: { legend: string; score: (score: number, label: string) => string; words: string };
  };
  /** Read out by screen readers only. */
  announce: { message: (from: string, text: string) => string };
}
