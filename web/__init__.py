"""The web edge: pages, the JSON API and the webhooks, all calling the same use cases.

`routes` is the whole URL map on one screen and names one guard a route.
`guards` decides who may come in, `failures` turns a refusal into a page,
`render` turns facts into a page, `forms` turns what was typed into a value.
Nothing here keeps a rule of its own, opens a transaction or sees a table.
"""
