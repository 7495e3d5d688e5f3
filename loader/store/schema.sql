-- The archive's tables. One comment a table, one a column: meaning, unit, what NULL says.
-- The comments are the column descriptions that the site shows; write them for its readers.
-- Offsets (start, end) are code points of seeds.text, half-open. Wide text stands last.
-- Indexes are in indexes.sql: a fresh archive makes them after its rows.

-- Source documents: one row for each distinct content.
CREATE TABLE seeds (
  id INTEGER PRIMARY KEY,          -- Row number; follows path order in a fresh build.
  key TEXT NOT NULL UNIQUE,        -- Permanent name: the first 16 hex digits of sha256.
  sha256 TEXT NOT NULL,            -- SHA-256 of the original bytes; for a record of a collection, of record + line feed + text.
  media_type TEXT NOT NULL,        -- What the source was: text/plain, or application/json for a record of a collection.
  encoding TEXT NOT NULL,          -- How the bytes spell the text; encoding the text again gives the bytes.
  bytes INTEGER NOT NULL,          -- Size of the original, in bytes.
  characters INTEGER NOT NULL,     -- Length of the text, in code points.
  language TEXT,                   -- Two-letter code, declared by the record or recognised in the text; NULL when unsure.
  url TEXT,                        -- Address that the record gives; NULL when it gives none.
  publisher TEXT,                  -- Publisher that the record gives; NULL when it gives none.
  published TEXT,                  -- Date that the record gives, ISO 8601; NULL when it gives none.
  title TEXT,                      -- Title that the record gives; NULL when it gives none.
  label TEXT NOT NULL,             -- The record's title, else the opening words of the text.
  row_counts TEXT NOT NULL,        -- How many articles, fragments, bylines, authors, affiliations, mentions and spans it has; verify compares.
  record TEXT,                     -- The record's other fields as canonical JSON; NULL for a text file.
  text TEXT NOT NULL               -- The whole source text, unchanged.
);

-- Every path that was loaded; two paths with the same bytes share a seed.
CREATE TABLE files (
  path TEXT PRIMARY KEY,           -- Path as given, with / between its parts; file#line for a record of a collection, -#key for standard input.
  seed_id INTEGER REFERENCES seeds(id), -- The seed with these bytes; NULL for a collection, whose records have rows of their own.
  container TEXT,                  -- Path of the collection that the record lies in, - for standard input; NULL for a file.
  size INTEGER,                    -- Bytes when it was read; NULL for standard input and for records.
  mtime_ns INTEGER,                -- Time of last change when it was read, nanoseconds since 1970; NULL as for size.
  inode INTEGER,                   -- File number when it was read; NULL as for size.
  records INTEGER,                 -- Number of the last line of a collection that was read; NULL for a file or a record.
  load_id INTEGER NOT NULL REFERENCES loads(id) -- The load that first saw this path with these bytes.
) WITHOUT ROWID;

-- Earlier texts of files that were edited and loaded again.
CREATE TABLE revisions (
  path TEXT NOT NULL,              -- The file that was edited.
  sha256 TEXT NOT NULL,            -- SHA-256 of the earlier bytes.
  loaded TEXT NOT NULL,            -- When the earlier text was loaded, UTC.
  replaced TEXT NOT NULL,          -- When the later text took its place, UTC.
  text TEXT NOT NULL               -- The earlier text, unchanged.
);

-- Complete pieces of writing: title, standfirst, headings and body.
CREATE TABLE articles (
  id INTEGER PRIMARY KEY,          -- Row number; follows path order in a fresh build.
  key TEXT NOT NULL,               -- Permanent name: the seed's key, a hyphen and the article's start.
  seed_id INTEGER NOT NULL REFERENCES seeds(id), -- The source that the article was printed in.
  position INTEGER NOT NULL,       -- Place among the articles of its seed, from 1.
  title TEXT,                      -- Headline as printed; NULL where the page has none.
  standfirst TEXT,                 -- Summary under the headline, as printed; NULL where the page has none.
  label TEXT NOT NULL,             -- The title, else the record's title, else the opening words.
  byline TEXT,                     -- The byline lines as printed; NULL where the page has none.
  authors TEXT,                    -- The authors' names as printed, joined by "; "; NULL where none is named.
  author_names TEXT NOT NULL,      -- The authors' names in the archive (authors.name), as a JSON array for facets.
  language TEXT,                   -- Two-letter code; NULL when unsure.
  published TEXT,                  -- Date printed on the page or given by the record, ISO 8601; NULL when there is none.
  url TEXT,                        -- Address that the record gives; NULL when it gives none.
  words INTEGER NOT NULL,          -- Words of the body; each Han, kana or hangul character counts as one.
  start INTEGER NOT NULL,          -- Where the article's first line begins in the seed.
  "end" INTEGER NOT NULL,          -- Where its last line ends.
  confidence REAL NOT NULL,        -- Least confidence among its lines, 0 to 1.
  group_id INTEGER REFERENCES articles(id), -- Of the articles that are this one again, whole or nearly, and this one: that with the lowest key; NULL when there is no other.
  body TEXT NOT NULL               -- Headings and body lines as they stand in the source, outer white space removed.
);

-- Everything else that the pages carried: teasers, captions, datelines and notices.
CREATE TABLE fragments (
  id INTEGER PRIMARY KEY,          -- Row number; follows path order in a fresh build.
  key TEXT NOT NULL,               -- Permanent name: the seed's key, a hyphen and the fragment's start.
  seed_id INTEGER NOT NULL REFERENCES seeds(id), -- The source that the fragment was printed in.
  article_id INTEGER REFERENCES articles(id), -- The article that the fragment was printed with; NULL on a page without one.
  position INTEGER NOT NULL,       -- Place among the fragments of its seed, from 1.
  kind TEXT NOT NULL,              -- teaser (a piece of another article), caption, dateline or notice (site furniture).
  label TEXT NOT NULL,             -- The fragment's opening words.
  words INTEGER NOT NULL,          -- Words of the text; each Han, kana or hangul character counts as one.
  truncated INTEGER NOT NULL,      -- 1 where the text stops in the middle of a sentence, else 0.
  start INTEGER NOT NULL,          -- Where the fragment begins in the seed.
  "end" INTEGER NOT NULL,          -- Where it ends.
  confidence REAL NOT NULL,        -- How sure its kind is, 0 to 1.
  full_article_id INTEGER REFERENCES articles(id), -- The archive's complete article that the teaser was cut from; NULL when the archive has none.
  matched INTEGER,                 -- Words that the teaser shares with the opening of that article; NULL without one.
  text_key INTEGER,                -- The same number on all teasers with the same words, whatever their pages; NULL for other kinds.
  text TEXT NOT NULL               -- The fragment as it stands in the source, outer white space removed.
);

-- The lines that say who wrote an article.
CREATE TABLE bylines (
  id INTEGER PRIMARY KEY,          -- Row number; follows path order in a fresh build.
  seed_id INTEGER NOT NULL REFERENCES seeds(id), -- The source that the byline was printed in.
  article_id INTEGER REFERENCES articles(id), -- The article whose authors it names; NULL on a page without one.
  position INTEGER NOT NULL,       -- Place among the bylines of its seed, from 1.
  kind TEXT NOT NULL,              -- by-line ("By …"), bio (who the author is), agency or contact.
  start INTEGER NOT NULL,          -- Where the byline begins in the seed.
  "end" INTEGER NOT NULL,          -- Where it ends.
  confidence REAL NOT NULL,        -- How sure it is that this is a byline, 0 to 1.
  text TEXT NOT NULL               -- The byline as it stands in the source, outer white space removed.
);

-- People and agencies who wrote: one row each, whatever the spelling or script.
CREATE TABLE authors (
  id INTEGER PRIMARY KEY,          -- Row number.
  key TEXT NOT NULL,               -- Permanent name, made from the author's names.
  name TEXT NOT NULL,              -- Most frequent printed name, of those in Latin letters where there are any.
  native_name TEXT,                -- Name in the author's own script, as printed beside the other; NULL where none was.
  sort_name TEXT NOT NULL,         -- Name to sort by: family name first where the page's language tells which it is.
  kind TEXT NOT NULL               -- person or agency.
);

-- Who wrote what, with the printed name that says so.
CREATE TABLE article_authors (
  article_id INTEGER NOT NULL REFERENCES articles(id), -- The article.
  position INTEGER NOT NULL,       -- Place among the article's authors, from 1.
  author_id INTEGER REFERENCES authors(id), -- The author; one row of authors for all spellings.
  byline_id INTEGER NOT NULL REFERENCES bylines(id), -- The byline that names the author.
  name TEXT NOT NULL,              -- The name as printed here.
  native_name TEXT,                -- The name in the author's own script as printed beside it; NULL where there is none.
  kind TEXT NOT NULL,              -- person or agency.
  known_as TEXT NOT NULL,          -- The name that tells who this is: the printed one, unless a person corrected it.
  start INTEGER NOT NULL,          -- Where the name begins in the seed.
  "end" INTEGER NOT NULL,          -- Where it ends.
  PRIMARY KEY (article_id, position)
) WITHOUT ROWID;

-- What a bio says that its author is, as printed.
CREATE TABLE affiliations (
  id INTEGER PRIMARY KEY,          -- Row number.
  author_id INTEGER REFERENCES authors(id), -- Whose affiliation it is.
  byline_id INTEGER NOT NULL REFERENCES bylines(id), -- The bio that says so.
  article_id INTEGER NOT NULL REFERENCES articles(id), -- The article that the bio was printed with.
  author_position INTEGER NOT NULL, -- Which of the article's authors it is said of (article_authors.position).
  role TEXT,                       -- Role as printed; NULL where only an organisation is.
  organisation TEXT,               -- Organisation as printed; NULL where only a role is.
  start INTEGER NOT NULL,          -- Where the statement begins in the seed.
  "end" INTEGER NOT NULL           -- Where it ends.
);

-- Pairs of names that texts print: one in Latin letters beside one in its own script.
CREATE TABLE names (
  id INTEGER PRIMARY KEY,          -- Row number.
  latin TEXT NOT NULL,             -- Romanised name as printed, without office or honorific.
  native TEXT NOT NULL,            -- Name in its own script as printed.
  UNIQUE (native, latin)
);

-- Each place where a text prints such a pair.
CREATE TABLE mentions (
  seed_id INTEGER NOT NULL REFERENCES seeds(id), -- The source.
  start INTEGER NOT NULL,          -- Where the pair begins in the seed.
  "end" INTEGER NOT NULL,          -- Where it ends.
  name_id INTEGER NOT NULL REFERENCES names(id), -- The pair of names.
  article_id INTEGER REFERENCES articles(id), -- The article whose own words print it; NULL when a fragment or byline does.
  fragment_id INTEGER REFERENCES fragments(id), -- The fragment that prints it; NULL when an article or byline does.
  PRIMARY KEY (seed_id, start)
) WITHOUT ROWID;

-- The ledger: spans in order cover every character of every source, each with what decided it.
CREATE TABLE spans (
  seed_id INTEGER NOT NULL REFERENCES seeds(id), -- The source.
  position INTEGER NOT NULL,       -- Place in the source, from 1.
  kind TEXT NOT NULL,              -- title, standfirst, heading, body, byline, caption, dateline, teaser or notice.
  start INTEGER NOT NULL,          -- Where the span begins; the first begins at 0.
  "end" INTEGER NOT NULL,          -- Where it ends: where the next begins, or the end of the text.
  rule TEXT NOT NULL,              -- What decided the kind.
  confidence REAL NOT NULL,        -- How sure that is, 0 to 1.
  article_id INTEGER REFERENCES articles(id), -- The article that the span is part of or was printed with.
  fragment_id INTEGER REFERENCES fragments(id), -- The fragment that the span is; NULL for other kinds.
  byline_id INTEGER REFERENCES bylines(id), -- The byline that the span is; NULL for other kinds.
  PRIMARY KEY (seed_id, position)
) WITHOUT ROWID;

-- Every way in which an author's name is printed: the evidence for the rows of authors.
CREATE TABLE spellings (
  id INTEGER PRIMARY KEY,          -- Row number.
  author_id INTEGER REFERENCES authors(id), -- The author whose name it is.
  key TEXT NOT NULL,               -- Permanent name that this spelling alone would give its author; a cited author is found by it after others joined.
  name TEXT NOT NULL,              -- The name as printed.
  native_name TEXT,                -- The name in the author's own script as printed beside it; NULL where there is none.
  kind TEXT NOT NULL,              -- person or agency.
  language TEXT,                   -- Language of the pages that print it so; NULL when unsure.
  latin TEXT,                      -- Folded letters of the name without middle initials; NULL for a name in another script alone.
  native TEXT,                     -- Folded name in the author's own script; NULL where there is none.
  articles INTEGER NOT NULL        -- Articles that print it so.
);
-- The passes read these while a fresh archive is still without its other indexes.
CREATE INDEX spellings_name ON spellings(name);
CREATE INDEX spellings_latin ON spellings(latin);
CREATE INDEX spellings_native ON spellings(native) WHERE native IS NOT NULL;
CREATE INDEX spellings_author ON spellings(author_id);
CREATE INDEX spellings_key ON spellings(key);

-- Prints of the openings of articles (loader/store/prints.py): where the same words stand again.
CREATE TABLE article_prints (
  print INTEGER NOT NULL,          -- Hash of a few words in a row.
  article_id INTEGER NOT NULL,     -- The article (articles.id) whose opening holds them.
  PRIMARY KEY (print, article_id)
) WITHOUT ROWID;

-- Prints of teasers: the first words of each, and more of those whose full article is not found by them.
CREATE TABLE teaser_prints (
  print INTEGER NOT NULL,          -- Hash of a few words in a row.
  fragment_id INTEGER NOT NULL,    -- The teaser (fragments.id) that holds them.
  PRIMARY KEY (print, fragment_id)
) WITHOUT ROWID;

-- Every run of the loader that changed the archive.
CREATE TABLE loads (
  id INTEGER PRIMARY KEY,          -- Row number, in order of time.
  started TEXT NOT NULL,           -- When it began, UTC.
  finished TEXT,                   -- When it ended, UTC; NULL while it runs and where it was interrupted.
  version TEXT NOT NULL,           -- Version of the loader.
  added INTEGER NOT NULL,          -- Seeds that were new.
  unchanged INTEGER NOT NULL,      -- Files and records that were there already.
  revised INTEGER NOT NULL,        -- Files whose text had changed.
  duplicates INTEGER NOT NULL,     -- Paths whose bytes another path already had.
  rejected INTEGER NOT NULL        -- Files and records that could not be read.
);

-- The corrections that the rows were made with, as the corrections file had them.
CREATE TABLE corrections (
  position INTEGER PRIMARY KEY,    -- Place in the file, from 1.
  seed TEXT,                       -- Key of the seed that it is about; NULL for all.
  author TEXT,                     -- The printed name that it is about; NULL where it is about lines.
  entry TEXT NOT NULL              -- The whole correction as JSON.
);

-- Inputs that could not become seeds.
CREATE TABLE rejects (
  load_id INTEGER NOT NULL REFERENCES loads(id), -- The load that met it.
  path TEXT NOT NULL,              -- The file or record.
  reason TEXT NOT NULL,            -- What was wrong, and the remedy.
  PRIMARY KEY (load_id, path)
) WITHOUT ROWID;

-- Search indexes. Han, kana and hangul characters are indexed one by one and letters are folded
-- (loader/store/fold.py), so only the loader fills them: a plain 'rebuild' would undo that.
CREATE VIRTUAL TABLE articles_fts USING fts5(
  title, standfirst, body, authors,
  content="articles", content_rowid="id", tokenize="porter unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE fragments_fts USING fts5(
  text,
  content="fragments", content_rowid="id", tokenize="porter unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE bylines_fts USING fts5(
  text,
  content="bylines", content_rowid="id", tokenize="porter unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE authors_fts USING fts5(
  name, native_name,
  content="authors", content_rowid="id", tokenize="porter unicode61 remove_diacritics 2"
);
