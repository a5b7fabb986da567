"""What the screens are made of: each draws its own lines."""
