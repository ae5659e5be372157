SELECT count(DISTINCT human) AS members,
       count(DISTINCT human) FILTER (WHERE born_on IS NOT NULL) AS members_of_known_age,
       count(DISTINCT human) FILTER (WHERE born_on <= $5::date - interval '65 years') AS members_65_plus
FROM person WHERE belongs
