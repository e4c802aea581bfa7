"""What turns an article into a draft."""
