SELECT r.publisher, r.fiscal_year, c.check_code, c.scope, c.expected, c.actual
FROM v_report r JOIN v_check c ON c.report_id = r.report_id
WHERE r.is_latest AND c.status = 'fail'
LIMIT 100
