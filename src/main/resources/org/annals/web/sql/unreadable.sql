SELECT r.publisher, r.fiscal_year, v.field, v.raw, v.locator, r.url
FROM v_report r JOIN v_value v ON v.report_id = r.report_id
WHERE r.is_latest AND v.state = 'unreadable'
LIMIT 100
