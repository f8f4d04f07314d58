//! What `--help` prints.

/// The text, at most 100 columns wide.
pub(super) const HELP: &str = "\
nutgraf reads pasted news articles and says how they are built.

usage: nutgraf [OPTIONS] [FILE…]             one breakdown per file; standard input without one
       nutgraf --jsonl [OPTIONS] [FILE…]     one JSON object a line in, one breakdown a line out
       nutgraf --csv [OPTIONS] [FILE…]       one row of a table in, one breakdown a line out
       nutgraf --compare [OPTIONS] A B       what changed: quotes, numbers, names, dates, then
                                             sentences; in plain words, or with --format json

options:
  --published DATE   the story's own date, ISO 8601: 2016-09-05, perhaps with time and zone
  --url URL          the story's address, where the text does not hold it
  --date-order ORDER dmy or mdy: what comes first in 03/04/2024
                     (with --jsonl these three hold for records that say nothing themselves)
  --corrections FILE what a reader changed, taken into the breakdown of one text: a list of
                     corrections, places in the unit of --offsets, or a saved document. With --jsonl
                     a record has its own: {…, \"corrections\": [{\"change\": \"role\", …}]}
  --marks FILE       patterns of your own, found in every text: a CSV list with the columns name and
                     find, perhaps kind (words, regex), case, whole and remark, or a JSON list of
                     the same; what they find is in the breakdown's marks, and in the exports
  --offsets UNIT     utf16 (default), utf8 or codepoint
  --format FORMAT    an export in place of the breakdown, not with --jsonl or --csv:
                     json            all of it, to be opened again: text, corrections, breakdown
                     text, markdown, html    the story, clean or with what is read in it
                     jsonld, ninjs, nitf     schema.org, IPTC ninjs 3.1, IPTC NITF 3.6
                     webannotation, timeml   W3C Web Annotations, TIMEX3 in place
                     quotes.csv, names.csv, times.csv, numbers.csv    a table
                     bibtex, ris, csl        a citation
  -h, --help         print this
  -V, --version      print the version

many articles:
  --jsonl            records are lines {\"id\": …, \"text\": \"…\", \"url\"?: \"…\",
                     \"published\"?: \"2016-09-05\", \"dateOrder\"?: \"dmy\"}; breakdowns come in their
                     order, a line each, with the id carried over. A bad record gives
                     {\"id\": …, \"error\": \"…\"} in its place, and exit status 1 at the end
  --csv              records are rows: the text in the column called text, body, content, article or
                     story, or NAME of --column NAME; id, url, published and dateOrder in columns
                     called so. A row without an id has FILE:NUMBER for one
  FILE…              files are read as their names say, .txt .md .jsonl .csv .tsv, all of these in
                     .zip, and of a folder, ordered by name; other names as --jsonl or --csv says. A
                     text has the file's name as its id. What gzip packed is unpacked
  --threads N        read N articles at a time (default: one for each core)
  --output FILE      write into FILE, which must not exist
  --resume           go on with FILE, on the same input: every record has a line in it, in order; so
                     as many records are passed over as it has whole lines, a last one that is cut
                     off is written again, and the id of the last must be that of the last record
                     passed over
  --audit TABLE      one CSV table of all in place of a breakdown of each: stories (headline, date,
                     outlet, how many quotes and sources) or sources (who is quoted, how often, in
                     how many words, named or not); written at the end

A record is at most 64 MB. Memory does not grow with the input, but for the rows of --audit. On a
terminal, standard error shows how far the run is.

exit status: 0 done, 1 a record was bad, 2 the call could not be carried out
";
