// Sentences, words with their parts of speech, and people, places and organizations by lists and rules.
import nlp from "compromise";

export async function load() {
  return (text) => {
    const document = nlp(text);
    return { sentences: document.json(), names: document.topics().json() };
  };
}
