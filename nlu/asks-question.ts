const QUESTION =
  /[?？]|哪|怎么|怎麼|怎样|怎樣|点样|點樣|多少|几[点號号时時]|幾[點號时時]|什么|什麼|乜|边度|邊度|边个|邊個|可以.*[吗嗎么]|[吗嗎呢咩]\s*[。.!！]*$|^(?:where|when|what|how|which|why|who|can|could|do|does|is|are|will)\b/iu;

/** Whether words ask something, rather than tell. */
export function asksQuestion(text: string): boolean {
  return QUESTION.test(text.trim());
}
