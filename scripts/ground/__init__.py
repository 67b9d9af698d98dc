"""What all rooms stand on: errors, places, whole files, git."""
