"""What a council is told, counted by hand.

Each test builds a small village whose figures one can count on one's fingers,
and asks for its report. The tests of disclosure need no database: they try
every small village there can be, and read each report as somebody would who
knows the rules and wants to find out more.
"""
