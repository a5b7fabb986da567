"""What an article brings to a comparison: its words as they are compared, their stems, names, quotations."""
