"""Why a link was made, in numbers and in plain words."""
