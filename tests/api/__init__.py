"""The JSON API as a council's programs meet it: its answers, its problems and its description."""
