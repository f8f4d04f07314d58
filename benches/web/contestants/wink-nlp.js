// Tokens with parts of speech, sentences, entities (dates, times, money, numbers and the like; no names).
import winkNLP from "wink-nlp";
import model from "wink-eng-lite-web-model";

export async function load() {
  const nlp = winkNLP(model);
  const { its } = nlp;
  return (text) => {
    const document = nlp.readDoc(text);
    return {
      tokens: document.tokens().out(),
      parts: document.tokens().out(its.pos),
      sentences: document.sentences().out(its.span),
      entities: document.entities().out(its.detail),
    };
  };
}
