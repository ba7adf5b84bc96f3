-- What other programs may rely on: names, columns and meaning stand in the contract.

CREATE VIEW v_capture AS
SELECT c.uuid        AS capture_id,
       r.name        AS run_id,
       c.government  AS government_code,
       a.url         AS url,
       c.captured_at AS captured_at,
       c.status      AS http_status,
       coalesce(d.media_type, c.media_type) AS media_type,
       p.sha256      AS payload_sha256,
       f.path        AS warc_path,
       c."offset"    AS warc_offset,
       c.length      AS warc_length,
       c.is_revisit  AS is_revisit,
       c.source      AS source
FROM capture c
JOIN address a ON a.id = c.address
JOIN warc_file f ON f.id = c.file
LEFT JOIN run r ON r.id = c.run
LEFT JOIN payload p ON p.id = c.payload
LEFT JOIN document d ON d.id = c.document;

CREATE VIEW v_report AS
SELECT v.report_id       AS report_id,
       b.publication_id  AS publication_id,
       c.uuid            AS capture_id,
       b.government      AS government_code,
       b.publisher       AS publisher,
       b.fiscal_year     AS fiscal_year,
       t.generation      AS generation,
       t.title           AS title,
       t.published_on    AS published_on,
       a.url             AS url,
       c.captured_at     AS captured_at,
       v.number          AS version_no,
       v.is_latest       AS is_latest,
       p.sha256          AS payload_sha256,
       d.parser_version  AS parser_version
FROM version v
JOIN publication b ON b.id = v.publication
JOIN capture c ON c.id = v.capture
JOIN address a ON a.id = c.address
JOIN payload p ON p.id = c.payload
JOIN document d ON d.id = c.document
JOIN content t ON t.id = d.content;

CREATE VIEW v_capture_report AS
SELECT c.uuid      AS capture_id,
       v.report_id AS report_id
FROM carries k
JOIN capture c ON c.id = k.capture
JOIN version v ON v.id = k.version;

CREATE VIEW v_value AS
SELECT v.report_id AS report_id,
       f.code      AS field,
       e.value     AS value,
       CASE e.state WHEN 0 THEN 'number' WHEN 1 THEN 'blank' WHEN 2 THEN 'unreadable' ELSE 'absent' END AS state,
       e.raw       AS raw,
       l.text      AS locator
FROM version v
JOIN capture c ON c.id = v.capture
JOIN document d ON d.id = c.document
JOIN cell e ON e.content = d.content
JOIN field f ON f.id = e.field
JOIN locator l ON l.id = e.locator;

CREATE VIEW v_section AS
SELECT v.report_id AS report_id,
       s.name      AS section,
       s.text      AS text
FROM version v
JOIN capture c ON c.id = v.capture
JOIN document d ON d.id = c.document
JOIN section s ON s.content = d.content;

CREATE VIEW v_check AS
SELECT v.report_id AS report_id,
       k.code      AS check_code,
       k.scope     AS scope,
       k.status    AS status,
       k.expected  AS expected,
       k.actual    AS actual
FROM version v
JOIN capture c ON c.id = v.capture
JOIN document d ON d.id = c.document
JOIN check_result k ON k.content = d.content
UNION ALL
SELECT v.report_id,
       k.code,
       k.scope,
       k.status,
       k.expected,
       k.actual
FROM version v
JOIN year_check k ON k.version = v.id
UNION ALL
SELECT v.report_id,
       'rendition_mismatch',
       k.scope,
       'fail',
       k.expected,
       k.actual
FROM version v
JOIN rendition_check k ON k.version = v.id;

CREATE VIEW v_revision AS
SELECT r.revision_id    AS revision_id,
       b.publication_id AS publication_id,
       b.government     AS government_code,
       b.publisher      AS publisher,
       b.fiscal_year    AS fiscal_year,
       o.report_id      AS from_report_id,
       n.report_id      AS to_report_id,
       c.uuid           AS to_capture_id,
       r.kind           AS kind,
       r.detected_at    AS detected_at
FROM revision r
JOIN publication b ON b.id = r.publication
JOIN version o ON o.id = r.from_version
LEFT JOIN version n ON n.id = r.to_version
JOIN capture c ON c.id = r.to_capture;

CREATE VIEW v_change AS
SELECT r.revision_id AS revision_id,
       g.item        AS item,
       g.old_value   AS old_value,
       g.new_value   AS new_value
FROM change g
JOIN revision r ON r.id = g.revision;

-- Found means the report of the government itself, not that of one of its departments or of a body below it, of which a portal may carry hundreds.
-- Governments of the seeds, times fiscal years from 2008 to the newest that was due on the day of the last run (China's calendar). A year that was not due yet
-- is listed only if something was found. Blocked: nothing found, and in the last run that asked this government no column or report could be read while
-- robots.txt, a challenge or a refusal of the portal (400, 405, 418, 451) stood in the way. Why a year is not there: where the last run asked for a link whose text names the year, not_read (no report could be
-- read there) or the outcome of v_fetch; else what holds for the whole government: never_asked; an outcome of v_fetch where no page could be read (refuses for those refusals);
-- gone where it was withdrawn; not_listed where the columns were read to their end; budget, column_failed, report_failed, denied, dead_links, no_column (see v_finish); unfinished where the last
-- crawl did not come to its end; null where that is not recorded.
CREATE VIEW v_coverage AS
WITH last_run AS (
    SELECT date(last_at, '+8 hours') AS day FROM run ORDER BY name DESC LIMIT 1
),
newest AS (
    SELECT d.level AS level, max(d.fiscal_year) AS fiscal_year
    FROM due d, last_run l WHERE d.due_on < l.day GROUP BY d.level
),
seen AS (
    SELECT government, fiscal_year, min(withdrawn) AS withdrawn
    FROM publication b WHERE fiscal_year IS NOT NULL
     AND EXISTS (SELECT 1 FROM capture c WHERE c.publication = b.id AND c.own = 1)
    GROUP BY government, fiscal_year
),
-- the last run that asked a government for anything: runs go by name, which sorts by time
last_run_of AS MATERIALIZED (
    SELECT g.code AS government,
           (SELECT r.id FROM run r WHERE EXISTS (SELECT 1 FROM visit v WHERE v.government = g.code AND v.run = r.id)
            ORDER BY r.name DESC LIMIT 1) AS run_key
    FROM government g
),
last_asked AS MATERIALIZED (
    SELECT l.government AS government,
           l.run_key    AS run_key,
           max(r.closed) AS closed,
           sum(v.outcome IN ('archived', 'unchanged') AND v.purpose <> 'robots'
               AND (v.status BETWEEN 200 AND 299 OR v.status = 304)) AS pages,
           sum((v.outcome IN ('challenge', 'robots_denied') OR v.outcome = 'server_error' AND v.status IN (400, 405, 418, 451))
               AND v.purpose NOT IN ('robots', 'other')) AS refused,
           sum(v.outcome IN ('archived', 'unchanged') AND v.purpose IN ('column', 'pager', 'report') AND v.status IN (200, 304)) AS read
    FROM last_run_of l
    CROSS JOIN visit v ON v.government = l.government AND v.run = l.run_key
    JOIN run r ON r.id = l.run_key
    GROUP BY l.government
),
blocked AS (SELECT government FROM last_asked WHERE refused > 0 AND read = 0),
-- links of the last run that promise a report and brought none
listed AS MATERIALIZED (
    SELECT v.government AS government,
           v.anchor     AS anchor,
           CASE WHEN v.outcome IN ('archived', 'unchanged') THEN 'not_read'
                WHEN v.outcome = 'server_error' AND v.status IN (400, 405, 418, 451) THEN 'refuses'
                ELSE v.outcome END AS why
    FROM last_asked l
    JOIN visit v ON v.government = l.government AND v.run = l.run_key
    LEFT JOIN capture c ON c.id = v.capture
    WHERE v.purpose = 'report' AND v.anchor <> '' AND c.publication IS NULL
      AND (v.outcome NOT IN ('archived', 'unchanged') OR v.status IN (200, 203, 304))
),
reason AS MATERIALIZED (
    SELECT l.government AS government,
           CASE WHEN l.pages = 0 OR l.refused > 0 AND l.read = 0
                THEN coalesce((SELECT CASE WHEN v.outcome = 'server_error' AND v.status IN (400, 405, 418, 451) THEN 'refuses'
                                           ELSE v.outcome END AS what
                               FROM visit v WHERE v.government = l.government AND v.run = l.run_key
                               AND v.outcome NOT IN ('archived', 'unchanged') AND NOT (v.purpose = 'robots' AND v.outcome = 'gone')
                               GROUP BY what
                               ORDER BY what IN ('challenge', 'robots_denied', 'refuses') DESC, count(*) DESC, what LIMIT 1), 'no_page')
                WHEN f."end" = 'exhausted' THEN 'not_listed'
                WHEN f."end" IS NOT NULL THEN f."end"
                WHEN l.closed = 0 THEN 'unfinished' END AS why
    FROM last_asked l LEFT JOIN finish f ON f.run = l.run_key AND f.government = l.government
),
expected AS (
    SELECT g.code AS code, d.fiscal_year AS fiscal_year, d.fiscal_year = n.fiscal_year AS is_newest
    FROM government g
    JOIN newest n ON n.level = g.level
    JOIN due d ON d.level = g.level AND d.fiscal_year <= n.fiscal_year
    UNION
    SELECT g.code, s.fiscal_year, 0
    FROM seen s
    JOIN government g ON g.code = s.government
    LEFT JOIN newest n ON n.level = g.level
    WHERE s.fiscal_year < 2008 OR s.fiscal_year > coalesce(n.fiscal_year, 0)
)
SELECT e.code        AS government_code,
       g.name        AS name,
       e.fiscal_year AS fiscal_year,
       CASE WHEN s.withdrawn = 0 THEN 'found'
            WHEN s.withdrawn = 1 THEN 'withdrawn'
            WHEN e.code IN (SELECT government FROM blocked) THEN 'blocked'
            WHEN e.is_newest THEN 'overdue'
            ELSE 'missing' END AS status,
       CASE WHEN s.withdrawn = 0 THEN NULL
            WHEN s.withdrawn = 1 THEN 'gone'
            WHEN w.government IS NULL THEN 'never_asked'
            ELSE coalesce((SELECT i.why FROM listed i WHERE i.government = e.code AND i.anchor LIKE '%' || e.fiscal_year || '年%'
                           ORDER BY i.why = 'not_read', i.why LIMIT 1), w.why) END AS why
FROM expected e
JOIN government g ON g.code = e.code
LEFT JOIN reason w ON w.government = e.code
LEFT JOIN seen s ON s.government = e.code AND s.fiscal_year = e.fiscal_year;

CREATE VIEW v_fetch AS
SELECT r.name       AS run_id,
       v.government AS government_code,
       a.url        AS url,
       v.fetched_at AS fetched_at,
       v.status     AS http_status,
       v.outcome    AS outcome
FROM visit v
JOIN address a ON a.id = v.address
LEFT JOIN run r ON r.id = v.run;

-- How the crawl of a government came to its end within a finished run: exhausted (its columns were read to their end), budget (spent, with reports and columns left),
-- column_failed, report_failed (one that is listed could not be read), denied (robots.txt forbids the rest), dead_links (left after many in a row that were gone), no_column (no page was found that lists reports).
CREATE VIEW v_finish AS
SELECT r.name           AS run_id,
       f.government     AS government_code,
       f."end"          AS "end",
       f.pages          AS pages,
       f.reports        AS reports,
       f.columns        AS columns,
       f.columns_failed AS columns_failed,
       f.reports_failed AS reports_failed,
       f.denied         AS denied,
       f.beyond_budget  AS beyond_budget,
       f.behind_gone    AS behind_gone
FROM finish f
JOIN run r ON r.id = f.run;

-- Governments of the seeds, as stated last.
CREATE VIEW v_government AS
SELECT g.code            AS government_code,
       g.name            AS name,
       g.level           AS level,
       g.province        AS province,
       g.parent          AS parent,
       g.portal_url      AS portal_url,
       g.report_list_url AS report_list_url
FROM government g;

-- One publisher's report for one fiscal year, with the number of its versions and whether it was gone when it was looked for last.
CREATE VIEW v_publication AS
SELECT b.publication_id AS publication_id,
       b.government     AS government_code,
       b.publisher      AS publisher,
       b.fiscal_year    AS fiscal_year,
       (SELECT count(*) FROM version v WHERE v.publication = b.id) AS versions,
       b.withdrawn      AS is_withdrawn
FROM publication b
WHERE EXISTS (SELECT 1 FROM version v WHERE v.publication = b.id);
