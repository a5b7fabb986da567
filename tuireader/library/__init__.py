"""What the reader did (marks, positions, read articles), and results kept between runs."""
