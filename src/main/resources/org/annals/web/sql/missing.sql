SELECT f.government_code, f.outcome, count(*) AS times, max(f.fetched_at) AS last
FROM v_fetch f
WHERE f.outcome NOT IN ('archived', 'unchanged')
GROUP BY f.government_code, f.outcome
ORDER BY times DESC
LIMIT 100
