SELECT r.fiscal_year, count(*) AS reports, sum(v.value) AS requests
FROM v_report r JOIN v_value v ON v.report_id = r.report_id
WHERE r.is_latest AND v.field = 't3.new.total' AND v.state = 'number'
  AND r.government_code LIKE '41%'
GROUP BY r.fiscal_year
ORDER BY r.fiscal_year
