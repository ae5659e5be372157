"""The migrations, each way, upon a real server.

They are followed one by one up, all the way down to nothing and up again, in a
database of their own; what they leave behind is compared with what the tables
of every feature say; and the rights that they give the application's role are
tried, not read.
"""
