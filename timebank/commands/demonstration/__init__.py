"""The demonstration timebank: a year in the life of Larkfield Circle.

Some 120 invented people join over twelve months, ask, are asked, visit,
confirm, forget, fall ill, disagree and make it up, and every step goes through
the same use cases as a real one, with the clock in our hand and nothing sent.
The year is the same for everybody who loads it on the same day; what is live
on the last day is laid around the present moment.

Nobody in it exists: names are put together by chance, telephone numbers are
those that Ofcom keeps for drama, and the postcodes end in letters that the Post
Office never uses.
"""
