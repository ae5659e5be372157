"""Where carriers knock.

A webhook proves who sent it, is stored, and is answered at once; what it means
is worked out afterwards by the workers. Repeated, late and out-of-order ones are
ordinary; a forged one changes nothing and is logged.
"""
