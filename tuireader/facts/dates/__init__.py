"""Dates and times: their forms, their values, and against what they are resolved."""
