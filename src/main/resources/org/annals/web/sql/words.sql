SELECT r.publisher, r.fiscal_year, substr(s.text, 1, 60) AS beginning
FROM v_report r JOIN v_section s ON s.report_id = r.report_id
WHERE r.is_latest AND s.section = 'problems' AND s.text LIKE '%解读%'
LIMIT 20
