"""What the articles of a story agree or differ on: mentions of each kind laid beside each other."""
