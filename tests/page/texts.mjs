// Invented texts that try the page: long, messy, foreign.

const PEOPLE = ["Ines Maro", "Tomas Hale", "Ada Brandt", "Elena Vasko", "Jonas Verrick"];

/** A feature with 150 quotes, some 30 KB long. */
export const FEATURE = [
  "How a strait without boats became a country of its own",
  "By Rosa Lind",
  "May 4, 2023",
  ...Array.from({ length: 150 }, (_, at) =>
    `“We counted ${at + 200} boats last Tuesday and by the end of June 2023 we shall know whether that was enough for us,” ${PEOPLE[at % 5]} told Harbour Radio. The island lost ${at + 10} percent of its trade.`),
].join("\n\n");

/** A whole page selected, furniture and pictures and all. */
export const MESSY = [
  "Skip to content", "Home", "News", "Sport", "Menu", "Search", "Subscribe", "Sign in", "Advertisement",
  "", "Islanders march as ferry talks stall", "", "Thousands fill the quay at Port Elder to ask for boats", "", "By ADA LINDGREN", "3 May 2023, 14:05", "",
  ...Array.from({ length: 17 }, (_, at) =>
    `Image ${at + 1} of 17: ${PEOPLE[at % 5]} stands on the quay in Port Elder with ${at + 2} islanders on Wednesday. Picture: Ida Holm/ANN\n`),
  "PORT ELDER — More than 4,000 people marched to the harbour on Wednesday, police said.", "",
  "“We want boats, not promises!” said Rosa Lind, 34, a teacher from Lower Quay. “My son is at school across the water.", "",
  "Sign up for our newsletter", "Enter your email", "Comments (214)", "About us", "Contact", "Privacy policy", "Cookie settings", "© 2023 The Harbour Post. All rights reserved.",
].join("\n");

export const GERMAN = `Fähren sollen wieder fahren

HAFENSTADT, 4. Mai 2023 — Die Fähren über den Sund sollen ab Juni wieder fahren. Das teilte die Hafenbehörde am Mittwoch mit. „Wir haben lange genug gewartet“, sagte Bürgermeisterin Ines Maro.

Die Kosten von 4,5 Millionen Euro tragen beide Städte je zur Hälfte. Rund 4.000 Menschen leben auf den Inseln.`;
