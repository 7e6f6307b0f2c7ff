"""What people said, coming in from other tools and going out to them."""
