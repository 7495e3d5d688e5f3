-- Views for the questions that people ask first. One comment a view, one a column, as in schema.sql.
-- What another table tells stands in scalar subqueries, not joins: a count of the view, which every
-- page of it shows, then leaves the other table alone.

-- Every article as a line of a bibliography: who, when, what, where, and the key to cite it by.
CREATE VIEW bibliography AS
SELECT
  a.id AS article_id,              -- The article's row.
  a.authors AS authors,            -- The authors' names as printed; NULL where none is named.
  a.published AS published,        -- Date printed on the page or given by the record; NULL when there is none.
  a.label AS label,                -- The title, else the opening words.
  a.standfirst AS standfirst,      -- Summary under the headline; NULL where the page has none.
  (SELECT publisher FROM seeds WHERE id = a.seed_id) AS publisher, -- Publisher that the record gives; NULL when it gives none.
  a.url AS url,                    -- Address that the record gives; NULL when it gives none.
  a.language AS language,          -- Two-letter code; NULL when unsure.
  a.words AS words,                -- Words of the body.
  a.key AS key                     -- Permanent name: stays the same when the archive is built again.
FROM articles AS a;

-- Teasers, the page that printed each, and the complete article that it was cut from.
CREATE VIEW teaser_links AS
SELECT
  f.id AS fragment_id,             -- The teaser's row.
  f.label AS teaser,               -- The teaser's opening words.
  f.words AS words,                -- Words of the teaser.
  f.truncated AS truncated,        -- 1 where the text stops in the middle of a sentence, else 0.
  f.article_id AS printed_with_id, -- The article that the teaser was printed with.
  (SELECT label FROM articles WHERE id = f.article_id) AS printed_with, -- That article's title, else its opening words.
  f.full_article_id AS full_article_id, -- The complete article; NULL when the archive has none.
  (SELECT label FROM articles WHERE id = f.full_article_id) AS full_article, -- The complete article's title, else its opening words.
  f.matched AS matched             -- Words that the teaser shares with the opening of that article.
FROM fragments AS f
WHERE f.kind = 'teaser';

-- Who wrote what, and what the page said that they were: a line for each author of each article.
CREATE VIEW author_articles AS
SELECT
  p.author_id AS author_id,        -- The author's row.
  (SELECT name FROM authors WHERE id = p.author_id) AS author, -- The author's name in the archive.
  (SELECT native_name FROM authors WHERE id = p.author_id) AS native_name, -- The name in the author's own script; NULL where none was printed.
  (SELECT published FROM articles WHERE id = p.article_id) AS published, -- Date of the article; NULL when there is none.
  p.article_id AS article_id,      -- The article's row.
  (SELECT label FROM articles WHERE id = p.article_id) AS article, -- The article's title, else its opening words.
  p.name AS printed_name,          -- The author's name as this page prints it.
  (
    SELECT group_concat(coalesce(f.role || ', ' || f.organisation, f.role, f.organisation), '; ')
    FROM affiliations AS f
    WHERE f.article_id = p.article_id AND f.author_position = p.position
  ) AS affiliation                 -- Role and organisation as this page prints them; NULL where it prints none.
FROM article_authors AS p;
